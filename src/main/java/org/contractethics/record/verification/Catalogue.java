package org.contractethics.record.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The published catalogue of entries: what a body holds, for each kind and each version of its schema, and nothing else. Read anew here,
 * by no code of whoever writes by it.
 */
final class Catalogue {

    static final String FILE = "entry-schemas.csv";

    private static final String HEAD = "kind,version,place,required,type";
    private static final int COLUMNS = 5;

    /** Stands in place of a kind where a line names a list of codes. */
    private static final String CODES = "codes";

    private static final String OF = "code of ";

    private static final class Holder {
        private static final Catalogue OF_PROGRAM = read(bytesOfProgram());
    }

    private final Map<String, Map<Long, Place>> bodies = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();

    private Catalogue() {}

    /** The one that this program was built with. */
    static Catalogue ofProgram() {
        return Holder.OF_PROGRAM;
    }

    static byte[] bytesOfProgram() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/record/" + FILE)) {
            return Objects.requireNonNull(in, FILE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException where it is no catalogue, with the line */
    static Catalogue read(byte[] bytes) {
        Catalogue catalogue = new Catalogue();
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (!lines[0].equals(HEAD)) {
            throw new IllegalArgumentException("line 1 is not " + HEAD);
        }
        for (int number = 1; number < lines.length; number++) {
            if (!(number == lines.length - 1 && lines[number].isEmpty())) {
                catalogue.add(number + 1, lines[number].split(",", -1));
            }
        }
        return catalogue;
    }

    private void add(int line, String[] row) {
        if (row.length != COLUMNS || !row[1].matches("[1-9][0-9]{0,5}") || !row[3].matches("yes|no|each")) {
            throw new IllegalArgumentException("line " + line + " is none of the catalogue");
        }
        List<String> words = List.of(row[4].split(" or ", -1));
        if (row[0].equals(CODES)) {
            demandList(line, words, codes.putIfAbsent(row[2], words));
            return;
        }
        Place above = bodies.computeIfAbsent(row[0], kind -> new HashMap<>())
                .computeIfAbsent(Long.valueOf(row[1]), version -> Place.of(true, List.of(PlaceType.OBJECT), List.of()));
        String[] steps = row[2].split("/", -1);
        for (int i = 1; i < steps.length - 1; i++) {
            above = i == 1 ? facts(above, steps[1], line) : known(above.below().get(steps[i]), line);
        }
        Place place = place(line, row[3].equals("yes"), words);
        if (steps.length < 2 || above.below().putIfAbsent(steps[steps.length - 1], place) != null) {
            throw new IllegalArgumentException("line " + line + " repeats a place, or names none");
        }
    }

    private static void demandList(int line, List<String> words, @Nullable List<String> before) {
        if (before != null || !words.stream().allMatch(code -> code.matches("[A-Za-z0-9_-]+"))) {
            throw new IllegalArgumentException("line " + line + " is no list of codes, or repeats one");
        }
    }

    /** @param words of types, and of lists of codes, which lines before it have */
    private Place place(int line, boolean required, List<String> words) {
        List<PlaceType> types = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith(OF)) {
                types.add(PlaceType.CODE);
                allowed.addAll(known(codes.get(word.substring(OF.length())), line));
            } else {
                types.add(typed(word, line));
            }
        }
        return Place.of(required, types, allowed);
    }

    /** They need no line of their own: every entry has facts. */
    private static Place facts(Place body, String name, int line) {
        if (!name.equals("facts")) {
            throw new IllegalArgumentException("line " + line + " is neither about contract, actor nor facts");
        }
        return body.below().computeIfAbsent(name, facts -> Place.of(true, List.of(PlaceType.OBJECT), List.of()));
    }

    private static <T> T known(@Nullable T named, int line) {
        if (named == null) {
            throw new IllegalArgumentException(
                    "line " + line + " lies in a place, or takes a list of codes, that no line before it names");
        }
        return named;
    }

    private static PlaceType typed(String type, int line) {
        try {
            return PlaceType.named(type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + line + " names no type: " + type, e);
        }
    }

    /** Whether it has the kind and the version that a body names. */
    boolean knows(Map<?, ?> body) {
        Map<Long, Place> versions = body.get("kind") instanceof String kind ? bodies.get(kind) : null;
        return versions != null && body.get("version") instanceof Long version && versions.containsKey(version);
    }

    /** What is wrong with a body that names the version of its schema; null where it fits. */
    @Nullable
    String problem(Map<?, ?> body) {
        Object kind = body.get("kind");
        Map<Long, Place> versions = kind instanceof String name ? bodies.get(name) : null;
        if (versions == null) {
            return "is of a kind that the catalogue does not know: " + kind + ".";
        }
        Place schema = body.get("version") instanceof Long version ? versions.get(version) : null;
        if (schema == null) {
            return "is of version " + body.get("version") + " of " + kind + ", which the catalogue does not know.";
        }
        Map<String, Object> described = new HashMap<>();
        for (String field : List.of("contract", "actor", "facts")) {
            Object value = body.get(field);
            if (value != null) {
                described.put(field, value);
            }
        }
        String problem = schema.problem(described, body, new StringBuilder());
        return problem == null
                ? null
                : "the body does not fit version " + body.get("version") + " of " + kind + ": " + problem + ".";
    }
}
