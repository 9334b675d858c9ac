package org.contractethics.record.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets only values pass that have one canonical form, because two different values must never hash alike: canonicalisation
 * itself would round integers beyond 2^53 and turn a lone surrogate into a question mark.
 */
final class CanonicalValues {

    /** 2^53 - 1: beyond it two integers share one canonical form. */
    static final long LARGEST_INTEGER = (1L << 53) - 1;

    private static final int DEEPEST = 8;

    private CanonicalValues() {}

    static Map<String, Object> map(String path, Map<?, ?> map) {
        return map(path, map, 0);
    }

    static String text(String path, @Nullable String text) {
        if (text == null) {
            throw new UnfitFactException(path, "is null");
        }
        if (hasLoneSurrogate(text)) {
            throw new UnfitFactException(path, "holds half a character (lone surrogate)");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static Map<String, Object> map(String path, Map<?, ?> map, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new UnfitFactException(path, "has a key that is no text: " + entry.getKey());
            }
            String name = text(path + " key", key);
            Object previous = values.put(name, value(path + "." + name, entry.getValue(), depth + 1));
            if (previous != null) {
                throw new UnfitFactException(path, "has two keys that are written alike: " + name);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static Object value(String path, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new UnfitFactException(path, "is nested more than " + DEEPEST + " deep");
        }
        if (value instanceof String text) {
            return text(path, text);
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer || value instanceof Long) {
            return integer(path, ((Number) value).longValue());
        }
        if (value instanceof List<?> list) {
            return list(path, list, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return map(path, map, depth);
        }
        throw new UnfitFactException(
                path, value == null ? "is null" : "is a " + value.getClass().getName());
    }

    private static List<Object> list(String path, List<?> list, int depth) {
        List<Object> values = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            values.add(value(path + "[" + i + "]", list.get(i), depth + 1));
        }
        return Collections.unmodifiableList(values);
    }

    private static Long integer(String path, long value) {
        if (value > LARGEST_INTEGER || value < -LARGEST_INTEGER) {
            throw new UnfitFactException(path, "is an integer beyond 2^53 - 1");
        }
        return value;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return true;
            }
        }
        return false;
    }
}
