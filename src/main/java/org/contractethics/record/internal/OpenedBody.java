package org.contractethics.record.internal;

import java.util.List;
import java.util.Map;

/**
 * What an entry tells with its sealed values in their places.
 *
 * @param facts empty where the body is none
 */
record OpenedBody(String actor, Map<String, Object> facts) {

    private static final String ACTOR = "/actor";
    private static final String FACTS = "/facts/";

    /**
     * @param body as read from JSON; its facts are changed
     * @param values by JSON pointer
     */
    static OpenedBody of(Map<String, Object> body, String actor, Map<String, String> values) {
        Map<String, Object> facts = facts(body);
        values.forEach((pointer, value) -> {
            if (pointer.startsWith(FACTS)) {
                put(facts, pointer.substring(FACTS.length()).split("/", -1), value);
            }
        });
        return new OpenedBody(values.getOrDefault(ACTOR, actor), facts);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Map<String, Object> body) {
        return body.get("facts") instanceof Map<?, ?> facts ? (Map<String, Object>) facts : Map.of();
    }

    /** A pointer that leads nowhere is of an entry that was tampered with; the verifier names it. */
    @SuppressWarnings("unchecked")
    private static void put(Object facts, String[] path, String value) {
        Object place = facts;
        for (int i = 0; i < path.length - 1; i++) {
            place = step(place, path[i]);
        }
        String last = path[path.length - 1];
        if (place instanceof Map<?, ?> map && SealedNames.STAR.equals(map.get(name(last)))) {
            ((Map<String, Object>) map).put(name(last), value);
        } else if (place instanceof List<?> list && SealedNames.STAR.equals(step(list, last))) {
            ((List<Object>) list).set(Integer.parseInt(last), value);
        }
    }

    private static Object step(Object place, String token) {
        if (place instanceof Map<?, ?> map) {
            Object inner = map.get(name(token));
            return inner == null ? "" : inner;
        }
        boolean index = place instanceof List<?> && token.matches("\\d{1,9}");
        return index && Integer.parseInt(token) < ((List<?>) place).size()
                ? ((List<?>) place).get(Integer.parseInt(token))
                : "";
    }

    private static String name(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
