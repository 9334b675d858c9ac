package org.contractethics.record.witness;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.contractethics.record.proof.GivenFile;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.SigningKey;

/**
 * What a witness is told by its file.
 *
 * @param logs public keys by origin, two of one whose key is being exchanged
 * @param state folder of its own memory
 */
record WitnessConfig(InetSocketAddress listen, SigningKey key, Map<String, List<VerifierKey>> logs, Path state) {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_KEY = 1_000;

    /** No sign that a reader might take for the end of a name. */
    private static final Pattern NAME = Pattern.compile("[^+\\s\\p{Z}\\p{C}]+");

    WitnessConfig {
        logs = Map.copyOf(logs);
    }

    /** Paths in the file begin at the folder it lies in. */
    static WitnessConfig read(Path file) throws IOException {
        Properties settings = settings(file);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        String name = required(settings, "name");
        demandName(name);
        byte[] secret = secret(folder.resolve(GivenFile.named(required(settings, "key-file"))));
        return new WitnessConfig(
                address(required(settings, "listen")),
                SigningKey.ofWitness(name, secret),
                logs(settings),
                folder.resolve(GivenFile.named(required(settings, "state"))));
    }

    private static Properties settings(Path file) throws IOException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(GivenFile.read(file, LONGEST)));
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(text.toString()));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
        return settings;
    }

    /** A name with a space or a plus sign stands in no signature and no policy (C2SP signed-note), so its key would be of no use. */
    static void demandName(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException("a witness has a name without spaces and plus signs, like council.example.org/w1");
        }
    }

    private static String required(Properties settings, String name) throws IOException {
        String value = settings.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IOException("the file of the witness does not say " + name);
        }
        return value;
    }

    private static byte[] secret(Path file) throws IOException {
        try {
            byte[] secret = Base64.getDecoder()
                    .decode(new String(GivenFile.read(file, LONGEST_KEY), StandardCharsets.UTF_8).strip());
            if (secret.length == SigningKey.SECRET) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IOException(file + " holds no key: 32 bytes in Base64 are expected");
    }

    private static InetSocketAddress address(String text) throws IOException {
        int colon = text.lastIndexOf(':');
        try {
            return new InetSocketAddress(
                    text.substring(0, Math.max(colon, 0)), Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IOException("listen is no address and port like 127.0.0.1:8081: " + text, e);
        }
    }

    /** Every setting that begins with "log". */
    private static Map<String, List<VerifierKey>> logs(Properties settings) throws IOException {
        Map<String, List<VerifierKey>> logs = new LinkedHashMap<>();
        for (String name : settings.stringPropertyNames()) {
            if (name.equals("log") || name.startsWith("log.")) {
                VerifierKey key = log(settings.getProperty(name).strip());
                logs.computeIfAbsent(key.name(), origin -> new ArrayList<>()).add(key);
            }
        }
        if (logs.isEmpty()) {
            throw new IOException("the file of the witness names no log");
        }
        return logs;
    }

    private static VerifierKey log(String text) throws IOException {
        try {
            VerifierKey key = VerifierKey.parse(text);
            if (!key.cosigns()) {
                return key;
            }
        } catch (NotProvenException e) {
            throw new IOException("the key of a log cannot be read: " + e.getMessage(), e);
        }
        throw new IOException("the key of a witness stands where that of a log is expected: " + text);
    }
}
