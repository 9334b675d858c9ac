package org.contractethics;

import static org.contractethics.ProductionSettings.ELASTICSEARCH;
import static org.contractethics.ProductionSettings.ELASTICSEARCH_CA;
import static org.contractethics.ProductionSettings.ELASTICSEARCH_KEY;
import static org.contractethics.ProductionSettings.ELASTICSEARCH_PASSWORD;
import static org.contractethics.ProductionSettings.ELASTICSEARCH_USER;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** How the settings of the search cluster must fit each other. */
final class SearchSettings {

    private static final Pattern HERE = Pattern.compile("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/\\S*)?");

    private SearchSettings() {}

    /** One sentence for each contradiction; what is missing or malformed by itself is said elsewhere. */
    static List<String> problems(ProductionSettings settings) {
        List<String> problems = new ArrayList<>();
        boolean key = !settings.get(ELASTICSEARCH_KEY).isEmpty();
        boolean user = !settings.get(ELASTICSEARCH_USER).isEmpty();
        if (key && user) {
            problems.add("Settings %s and %s are both given: keep one way to sign in to the search cluster."
                    .formatted(ELASTICSEARCH_KEY, ELASTICSEARCH_USER));
        }
        if (user == settings.get(ELASTICSEARCH_PASSWORD).isEmpty()) {
            problems.add("Of settings %s and %s only one is given: put both there, or neither."
                    .formatted(ELASTICSEARCH_USER, ELASTICSEARCH_PASSWORD));
        }
        if ((key || user) && inTheOpen(settings)) {
            problems.add(
                    "Setting %s sends the key or password of the search cluster over the network unencrypted: put https addresses there."
                            .formatted(ELASTICSEARCH));
        }
        String ca = settings.get(ELASTICSEARCH_CA);
        if (!ca.isEmpty() && certificates(ca).isEmpty()) {
            problems.add("Setting %s names no readable file with certificates in PEM form: put the path of one there."
                    .formatted(ELASTICSEARCH_CA));
        }
        return problems;
    }

    private static boolean inTheOpen(ProductionSettings settings) {
        return Arrays.stream(settings.get(ELASTICSEARCH).split(",", -1))
                .map(String::strip)
                .anyMatch(node ->
                        node.startsWith("http://") && !HERE.matcher(node).matches());
    }

    private static Collection<? extends Certificate> certificates(String file) {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Trust in the certificates of the file that the setting names, which has been checked. */
    static SSLContext trusting(String file) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        int n = 0;
        for (Certificate certificate : certificates(file)) {
            trusted.setCertificateEntry("ca-" + n++, certificate);
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
