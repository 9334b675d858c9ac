package org.contractethics.concern.web;

import java.util.HashMap;
import java.util.Map;

/** What somebody typed into a form of the page of a concern and that is not sent yet, by field. */
record Typed(Map<String, String> fields) {

    static final Typed NOTHING = new Typed(Map.of());

    Typed {
        fields = Map.copyOf(fields);
    }

    static Typed of(String field, String text) {
        return NOTHING.and(field, text);
    }

    Typed and(String field, String text) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(field, text);
        return new Typed(more);
    }
}
