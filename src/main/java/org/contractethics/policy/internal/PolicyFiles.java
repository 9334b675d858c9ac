package org.contractethics.policy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The policy files packed with the software: with them a new installation begins. */
final class PolicyFiles {

    private PolicyFiles() {}

    static PolicyContent packed() {
        Map<String, String> files = new LinkedHashMap<>();
        PolicyContent.NAMES.forEach(name -> files.put(name, load(path(name))));
        return new PolicyContent(files);
    }

    /** Codes of the kinds of data that the forms offer. */
    static Set<String> dataKinds() {
        return CsvFile.read(load("policy/data-kinds.csv").getBytes(StandardCharsets.UTF_8)).stream()
                .map(row -> row.getOrDefault("code", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** First day of the first version. */
    static LocalDate effectiveFrom() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(load("policy/policy-version.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LocalDate.parse(properties.getProperty("effective-from").strip());
    }

    private static String path(String name) {
        return (name.endsWith(".dmn") ? "bpmn/" : "policy/") + name;
    }

    private static String load(String path) {
        try (InputStream file = PolicyFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The policy file " + path + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
