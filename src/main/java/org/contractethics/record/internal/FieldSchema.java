package org.contractethics.record.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One place of a body: what may stand there, and what below it. Nothing else may. */
final class FieldSchema {

    /** Every element of a list, every value of a map. */
    static final String EACH = "*";

    private final boolean required;
    private final Set<FieldType> types;
    private final Set<String> codes;
    private final Map<String, FieldSchema> below = new LinkedHashMap<>();

    /** @param codes those that a code can be here, in the order of their list; empty where it can be any */
    FieldSchema(boolean required, Set<FieldType> types, Collection<String> codes) {
        this.required = required;
        this.types = Set.copyOf(types);
        this.codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
    }

    boolean required() {
        return required;
    }

    Set<FieldType> types() {
        return types;
    }

    Set<String> codes() {
        return codes;
    }

    Map<String, FieldSchema> below() {
        return below;
    }

    /** Refuses a value of another type, and whatever in it is unknown, missing or of another type. */
    void demand(String above, String name, Object value) {
        if (!fits(value)) {
            throw new UnfitFactException(
                    above + "/" + name,
                    "is not " + types + (codes.isEmpty() ? "" : " out of " + codes) + " as its schema says");
        }
        if (value instanceof Map<?, ?> map) {
            demand(above + "/" + name, map);
        } else if (value instanceof List<?> list) {
            String path = above + "/" + name;
            FieldSchema each = at(path, EACH);
            for (Object one : list) {
                each.demand(path, EACH, one);
            }
        }
    }

    private boolean fits(Object value) {
        for (FieldType type : types) {
            if (type.fits(value) && (type != FieldType.CODE || codes.isEmpty() || codes.contains(value))) {
                return true;
            }
        }
        return false;
    }

    private void demand(String path, Map<?, ?> map) {
        boolean closed = !types.contains(FieldType.MAP);
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            at(path, closed ? name : EACH).demand(path, name, value);
        });
        below.forEach((name, field) -> {
            if (closed && field.required && !map.containsKey(name)) {
                throw new UnfitFactException(path + "/" + name, "is missing, and its schema demands it");
            }
        });
    }

    private FieldSchema at(String path, String name) {
        FieldSchema field = below.get(name);
        if (field == null) {
            throw new UnfitFactException(path + "/" + name, "is not in its schema, see " + EntrySchemas.FILE);
        }
        return field;
    }
}
