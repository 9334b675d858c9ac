package org.contractethics.policy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.contractethics.policy.Policy.PolicyVersion;

/** The files the policy consists of, and the version they make together. */
final class PolicyFiles {

    static final List<String> TABLES = List.of(
            "capability-risk", "agency-risk", "context-risk", "triage-tier", "severity", "priority", "decision-space");
    private static final List<String> CATALOGUES =
            List.of("policy/capabilities.csv", "policy/rights.csv", "policy/policy-version.properties");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    PolicyFiles() {
        TABLES.forEach(table -> files.put(path(table), load(path(table))));
        CATALOGUES.forEach(file -> files.put(file, load(file)));
    }

    Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        TABLES.forEach(table -> tables.put(table, bytes(path(table))));
        return tables;
    }

    List<Map<String, String>> catalogue(String name) {
        return CsvFile.read(bytes("policy/" + name + ".csv"));
    }

    PolicyVersion version() {
        Properties properties = new Properties();
        try {
            properties.load(
                    new StringReader(new String(bytes("policy/policy-version.properties"), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PolicyVersion(
                Integer.parseInt(properties.getProperty("number").strip()),
                contentHash(),
                LocalDate.parse(properties.getProperty("effective-from").strip()));
    }

    /** SHA-256 over the SHA-256 of every file with its name, so that no text can move from one file to the next unseen. */
    private String contentHash() {
        MessageDigest all = sha256();
        files.forEach((name, bytes) -> {
            all.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            all.update(sha256().digest(withUnixLines(bytes)));
        });
        return HexFormat.of().formatHex(all.digest());
    }

    /** A checkout with other line ends is still the same policy. */
    private static byte[] withUnixLines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("the policy has no file " + path);
        }
        return bytes;
    }

    private static String path(String table) {
        return "bpmn/" + table + ".dmn";
    }

    private static byte[] load(String path) {
        try (InputStream file = PolicyFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The policy file " + path + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
