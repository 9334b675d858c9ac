package org.contractethics.record.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the body of an entry commits to: hashes in hex by JSON pointer, for people and for texts, with a star in each place. */
final class Commitments {

    private static final int NONCE = 32;
    private static final String STAR = "*";
    private static final int HASH = 64;
    private static final byte[] DOMAIN = "contract-ethics record field v1\0".getBytes(StandardCharsets.US_ASCII);

    private Commitments() {}

    /** What is wrong with those of a body of the second schema; null where nothing is. */
    static @Nullable String problem(Map<?, ?> body) {
        if (!(body.get("persons") instanceof Map<?, ?> persons) || !(body.get("texts") instanceof Map<?, ?> texts)) {
            return "the body does not say what it commits to.";
        }
        for (Map<?, ?> commitments : List.of(persons, texts)) {
            for (Map.Entry<?, ?> one : commitments.entrySet()) {
                if (!(one.getValue() instanceof String hash) || !isHash(hash)) {
                    return "the commitment to " + one.getKey() + " is no hash.";
                }
                if (!STAR.equals(at(body, String.valueOf(one.getKey())))) {
                    return "there is no star at " + one.getKey() + ", to which it commits.";
                }
            }
        }
        return null;
    }

    private static boolean isHash(String text) {
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (!(digit >= '0' && digit <= '9') && !(digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }
        return text.length() == HASH;
    }

    /** All of them together; empty for a body of the first schema. */
    static Map<String, String> of(Map<?, ?> body) {
        Map<String, String> all = new HashMap<>();
        add(all, body.get("persons"));
        add(all, body.get("texts"));
        return all;
    }

    static boolean isPerson(Map<?, ?> body, String field) {
        return body.get("persons") instanceof Map<?, ?> persons && persons.containsKey(field);
    }

    static boolean isText(Map<?, ?> body, String field) {
        return body.get("texts") instanceof Map<?, ?> texts && texts.containsKey(field);
    }

    static boolean fits(String hash, SealedValue sealed) {
        if (sealed.nonce().length != NONCE) {
            return false;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(DOMAIN);
            sha.update((sealed.field() + "\0").getBytes(StandardCharsets.UTF_8));
            sha.update(sealed.nonce());
            return HexFormat.of().formatHex(sha.digest(sealed.value())).equals(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(Map<String, String> all, @Nullable Object commitments) {
        if (commitments instanceof Map<?, ?> map) {
            map.forEach((field, hash) -> all.put(String.valueOf(field), String.valueOf(hash)));
        }
    }

    /** RFC 6901. */
    private static @Nullable Object at(Object body, String pointer) {
        if (!pointer.startsWith("/")) {
            return null;
        }
        Object place = body;
        int slash = 0;
        while (place != null && slash >= 0) {
            int next = pointer.indexOf('/', slash + 1);
            place = step(place, next < 0 ? pointer.substring(slash + 1) : pointer.substring(slash + 1, next));
            slash = next;
        }
        return place;
    }

    private static @Nullable Object step(Object place, String token) {
        if (place instanceof Map<?, ?> map) {
            return map.get(token.replace("~1", "/").replace("~0", "~"));
        }
        boolean index = place instanceof List<?> && token.matches("0|[1-9][0-9]{0,8}");
        return index && Integer.parseInt(token) < ((List<?>) place).size()
                ? ((List<?>) place).get(Integer.parseInt(token))
                : null;
    }
}
