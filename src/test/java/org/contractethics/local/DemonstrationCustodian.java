package org.contractethics.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The custodian's keys of the demonstration: always the same, so that data that was kept can be read again. */
final class DemonstrationCustodian {

    private static final String FILE = "/concern/custodian-demonstration.properties";

    private DemonstrationCustodian() {}

    static Map<String, String> settings() {
        Properties keys = new Properties();
        try (InputStream file = Objects.requireNonNull(DemonstrationCustodian.class.getResourceAsStream(FILE))) {
            keys.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, keys::getProperty));
    }
}
