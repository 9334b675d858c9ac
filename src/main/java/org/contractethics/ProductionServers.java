package org.contractethics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Asks each server of production once, with the settings just checked. */
final class ProductionServers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** PostgreSQL's class of error codes for a wrong user or password. */
    private static final String NOT_LET_IN = "28";

    private final ProductionSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ProductionServers(ProductionSettings settings) {
        this.settings = settings;
    }

    static ProductionServers lookAt(ProductionSettings settings) {
        ProductionServers servers = new ProductionServers(settings);
        servers.database(ProductionSettings.DATABASE_USER, ProductionSettings.DATABASE_PASSWORD);
        servers.database(ProductionSettings.OWNER, ProductionSettings.OWNER_PASSWORD);
        servers.keycloak();
        servers.elasticsearch();
        servers.mail();
        return servers;
    }

    /** What must be mended before a start makes sense. */
    List<String> problems() {
        return problems.stream().distinct().toList();
    }

    /** What is down but can be done without. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void database(String user, String password) {
        String url = settings.get(ProductionSettings.DATABASE);
        DriverManager.setLoginTimeout((int) PATIENCE.toSeconds());
        try {
            DriverManager.getConnection(url, settings.get(user), settings.get(password))
                    .close();
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            problems.add(
                    state.startsWith(NOT_LET_IN)
                            ? "PostgreSQL does not let the role of %s in: put the right name there and its password into %s."
                                    .formatted(user, password)
                            : "PostgreSQL cannot be reached: put an address into %s at which it answers (%s)."
                                    .formatted(ProductionSettings.DATABASE, e.getMessage()));
        }
    }

    private void keycloak() {
        String issuer = settings.get(ProductionSettings.KEYCLOAK) + "/realms/" + settings.get(ProductionSettings.REALM);
        try {
            HttpResponse<String> found = get(issuer + "/.well-known/openid-configuration");
            if (found.statusCode() != 200) {
                problems.add(
                        "Keycloak answers %s for the realm: put its address into %s and the name of the realm into %s."
                                .formatted(found.statusCode(), ProductionSettings.KEYCLOAK, ProductionSettings.REALM));
            } else if (!found.body().contains("\"issuer\":\"" + issuer + "\"")) {
                problems.add("Keycloak goes by another address: put into %s the one in the field issuer of %s."
                        .formatted(ProductionSettings.KEYCLOAK, issuer + "/.well-known/openid-configuration"));
            } else {
                client(issuer, "contract-ethics-pages", ProductionSettings.PAGES_SECRET, "authorization_code");
                client(issuer, "contract-ethics-directory", ProductionSettings.DIRECTORY_SECRET, "client_credentials");
                wayBack(issuer);
                demonstrationClient(issuer);
            }
        } catch (IOException e) {
            problems.add("Keycloak cannot be reached: put an address into %s at which it answers."
                    .formatted(ProductionSettings.KEYCLOAK));
        }
    }

    /** A wrong secret is answered with 401; any other answer, even to a useless code, means that Keycloak knows the client by it. */
    private void client(String issuer, String client, String secret, String grant) throws IOException {
        String form = "grant_type=%s&client_id=%s&client_secret=%s&code=none&redirect_uri=none"
                .formatted(grant, client, encoded(settings.get(secret)));
        if (token(issuer, form).statusCode() == 401) {
            problems.add("Keycloak does not accept the secret of %s: put the one of its client %s there."
                    .formatted(secret, client));
        }
    }

    /** Asked to sign somebody in, Keycloak refuses at once when it would not send them back to us afterwards. */
    private void wayBack(String issuer) throws IOException {
        String ours = settings.get(ProductionSettings.BASE_URL) + "/login/oauth2/code/keycloak";
        HttpResponse<String> page = get(issuer
                + "/protocol/openid-connect/auth?client_id=contract-ethics-pages&response_type=code&scope=openid&redirect_uri="
                + encoded(ours));
        if (page.statusCode() == 400 && page.body().contains("redirect_uri")) {
            problems.add(
                    "Keycloak does not send people back to the address of %s: put %s/* into the valid redirect URIs of its client contract-ethics-pages."
                            .formatted(ProductionSettings.BASE_URL, settings.get(ProductionSettings.BASE_URL)));
        }
    }

    /** It misses the name of a person only at a client that it knows and that may ask for tokens by password. */
    private void demonstrationClient(String issuer) throws IOException {
        if (token(issuer, "grant_type=password&client_id=contract-ethics-script")
                .body()
                .contains("invalid_request")) {
            problems.add("Keycloak still has the client contract-ethics-script of the demonstration, "
                    + "at which anybody can try passwords: remove it from the realm.");
        }
    }

    private HttpResponse<String> token(String issuer, String form) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void elasticsearch() {
        String name = ProductionSettings.ELASTICSEARCH;
        String url = settings.get(name).split(",", 2)[0].strip();
        if (unknownHost(URI.create(url).getHost())) {
            problems.add("Nobody knows the host of setting %s: put an address there at which Elasticsearch answers."
                    .formatted(name));
            return;
        }
        try {
            HttpResponse<String> health = clusterHealth(url);
            if (health.statusCode() == 401 || health.statusCode() == 403) {
                problems.add(
                        "Elasticsearch at setting %s does not let us in (status %s): put an API key that may monitor the cluster into %s."
                                .formatted(name, health.statusCode(), ProductionSettings.ELASTICSEARCH_KEY));
            } else if (health.statusCode() != 200 || !health.body().contains("cluster_name")) {
                problems.add("What answers at setting %s is no Elasticsearch (status %s): put its address there."
                        .formatted(name, health.statusCode()));
            }
        } catch (IOException e) {
            warnings.add("Elasticsearch does not answer at setting %s; search is off until it does.".formatted(name));
        }
    }

    private HttpResponse<String> clusterHealth(String url) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/_cluster/health")).timeout(PATIENCE);
        String key = settings.get(ProductionSettings.ELASTICSEARCH_KEY);
        String user = settings.get(ProductionSettings.ELASTICSEARCH_USER);
        if (!key.isEmpty()) {
            request.header("Authorization", "ApiKey " + key);
        } else if (!user.isEmpty()) {
            String both = user + ":" + settings.get(ProductionSettings.ELASTICSEARCH_PASSWORD);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return send(searchClient(), request.build());
    }

    private HttpClient searchClient() throws IOException {
        String ca = settings.get(ProductionSettings.ELASTICSEARCH_CA);
        if (ca.isEmpty()) {
            return http;
        }
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .sslContext(SearchSettings.trusting(ca))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IOException("certificates cannot be used", e);
        }
    }

    private void mail() {
        String host = settings.get(ProductionSettings.SMTP_HOST);
        if (unknownHost(host)) {
            problems.add("Nobody knows the host of setting %s: put the name of the mail server there."
                    .formatted(ProductionSettings.SMTP_HOST));
            return;
        }
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(settings.get(ProductionSettings.SMTP_PORT));
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
        } catch (IOException e) {
            warnings.add("The mail server does not answer at settings %s and %s; mails wait until it does."
                    .formatted(ProductionSettings.SMTP_HOST, ProductionSettings.SMTP_PORT));
        }
    }

    private HttpResponse<String> get(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking a server", e);
        }
    }

    private static boolean unknownHost(String host) {
        try {
            InetAddress.getByName(host);
            return false;
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
