package org.contractethics.record.verification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One place of the bodies of a kind, as the catalogue has it.
 *
 * @param codes those that a code can be here; empty where it can be any
 * @param below the places within, by their names; a star is each element of a list and each value of a map
 */
record Place(boolean required, Set<PlaceType> types, Set<String> codes, Map<String, Place> below) {

    static final String EACH = "*";

    /** Places within are added until the catalogue has been read. */
    static Place of(boolean required, Collection<PlaceType> types, Collection<String> codes) {
        return new Place(required, Set.copyOf(types), Set.copyOf(codes), new LinkedHashMap<>());
    }

    /**
     * What is wrong with the value that stands here, or with something in it; null where nothing is.
     *
     * @param pointer of the value in the body; as long again afterwards as it was
     */
    @Nullable
    String problem(Object value, Map<?, ?> body, StringBuilder pointer) {
        if (!fits(value, body, pointer)) {
            return pointer + " is not " + words();
        }
        if (value instanceof Map<?, ?> map) {
            return problemIn(map, body, pointer);
        }
        return value instanceof List<?> list ? problemIn(list, body, pointer) : null;
    }

    private boolean fits(Object value, Map<?, ?> body, StringBuilder pointer) {
        for (PlaceType type : types) {
            if (type.fits(value, body, pointer) && (type != PlaceType.CODE || isAllowed(value))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAllowed(Object code) {
        return codes.isEmpty() || codes.contains(code);
    }

    private @Nullable String problemIn(Map<?, ?> map, Map<?, ?> body, StringBuilder pointer) {
        boolean closed = !types.contains(PlaceType.MAP);
        for (Map.Entry<?, ?> one : map.entrySet()) {
            String name = String.valueOf(one.getKey());
            String problem = problemBelow(closed ? name : EACH, name, one.getValue(), body, pointer);
            if (problem != null) {
                return problem;
            }
        }
        for (Map.Entry<String, Place> place : below.entrySet()) {
            if (closed && place.getValue().required() && !map.containsKey(place.getKey())) {
                return pointer + "/" + place.getKey() + " is missing";
            }
        }
        return null;
    }

    private @Nullable String problemIn(List<?> list, Map<?, ?> body, StringBuilder pointer) {
        for (int i = 0; i < list.size(); i++) {
            String problem = problemBelow(EACH, String.valueOf(i), list.get(i), body, pointer);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String problemBelow(
            String place, String step, @Nullable Object value, Map<?, ?> body, StringBuilder pointer) {
        int length = pointer.length();
        pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        Place known = below.get(place);
        String problem = known == null || value == null ? pointer + " is unknown" : known.problem(value, body, pointer);
        pointer.setLength(length);
        return problem;
    }

    private String words() {
        String words = types.stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" or "));
        return codes.isEmpty() ? words : words + " out of " + String.join(", ", new TreeSet<>(codes));
    }
}
