package org.contractethics.concern.internal.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Test vectors of RFC 9474, appendix A. */
record Rfc9474(JsonNode values) {

    static final Path FILE = Path.of("src/test/resources/concern/rfc9474.json");

    static Rfc9474 read() {
        try (InputStream file = Objects.requireNonNull(Rfc9474.class.getResourceAsStream("/concern/rfc9474.json"))) {
            return new Rfc9474(JsonMapper.shared().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String... names) {
        JsonNode found = values;
        for (String name : names) {
            found = found.get(name);
        }
        return found.asString();
    }

    BigInteger number(String name) {
        return new BigInteger(of(name), 16);
    }
}
