package org.contractethics.record.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public test vectors; where they come from stands in their README. */
public final class Vectors {

    private Vectors() {}

    public static JsonNode read(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/record/" + name + ".json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    public static byte[] base64(JsonNode text) {
        return Base64.getDecoder().decode(text.asString());
    }

    /** An unsigned number of 64 bits. */
    static long number(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    static List<byte[]> hashes(JsonNode proof) {
        return proof.isNull()
                ? List.of()
                : list(proof).stream().map(Vectors::base64).toList();
    }

    static VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (NotProvenException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
