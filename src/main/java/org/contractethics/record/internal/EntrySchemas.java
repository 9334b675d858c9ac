package org.contractethics.record.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.record.RecordEntry;

/**
 * What an entry of each kind holds, as the published catalogue says. A fact that does not fit is a programmer's error: it is refused where
 * it is published, so that the transaction fails that would have recorded it.
 */
final class EntrySchemas {

    static final String FILE = "record/entry-schemas.csv";

    private static final String HEAD = "kind,version,place,required,type";
    /** Stands in place of a kind where a line names a list of codes. */
    private static final String CODES = "codes";

    private static final String OF = "code of ";
    private static final String ACTOR = "/actor";
    private static final String CONTRACT = "/contract";
    private static final String FACTS = "/facts";

    private static final EntrySchemas PUBLISHED = of(resource());

    private final Map<String, Schema> newest = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();

    private EntrySchemas() {}

    /** The newest version of one kind: older ones are only read. */
    private static final class Schema {

        private final int version;
        private final FieldSchema facts = new FieldSchema(true, EnumSet.of(FieldType.OBJECT), List.of());
        private Set<String> actors = Set.of();
        private boolean contract;
        private boolean contractRequired;

        private Schema(int version) {
            this.version = version;
        }

        private void add(String place, String required, Set<String> types, Collection<String> allowed) {
            if (place.equals(ACTOR)) {
                actors = types;
            } else if (place.equals(CONTRACT)) {
                contract = true;
                contractRequired = required.equals("yes");
            } else {
                List<String> steps =
                        Arrays.asList(place.substring(FACTS.length() + 1).split("/", -1));
                FieldSchema above = facts;
                for (String step : steps.subList(0, steps.size() - 1)) {
                    above = Objects.requireNonNull(above.below().get(step), place);
                }
                above.below()
                        .put(
                                steps.get(steps.size() - 1),
                                new FieldSchema(
                                        required.equals("yes"),
                                        types.stream().map(FieldType::named).collect(Collectors.toSet()),
                                        allowed));
            }
        }

        private void demand(Fact fact) {
            String actor =
                    switch (fact.actor()) {
                        case RecordEntry.UNNAMED -> "nobody";
                        case "system" -> "system";
                        default -> "person";
                    };
            if (!actors.contains(actor)) {
                throw new UnfitFactException(fact.kind() + ACTOR, "is " + actor + ", not " + actors);
            }
            if (fact.contract() == null ? contractRequired : !contract) {
                throw new UnfitFactException(fact.kind() + CONTRACT, contract ? "is missing" : "is not in its schema");
            }
            facts.demand(fact.kind(), "facts", fact.facts());
        }
    }

    static EntrySchemas published() {
        return PUBLISHED;
    }

    /** @param catalogue its lines: kind, version, place in the body (RFC 6901, a star for each), whether required, types */
    static EntrySchemas of(String catalogue) {
        EntrySchemas schemas = new EntrySchemas();
        List<String> lines = catalogue.lines().toList();
        if (!lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException(FILE + " does not begin with " + HEAD);
        }
        lines.subList(1, lines.size()).forEach(line -> schemas.add(line.split(",", -1)));
        return schemas;
    }

    private void add(String[] row) {
        List<String> words = List.of(row[4].split(" or ", -1));
        if (row[0].equals(CODES)) {
            codes.put(row[2], words);
            return;
        }
        int version = Integer.parseInt(row[1]);
        Schema schema = newest.get(row[0]);
        if (schema == null || schema.version < version) {
            schema = new Schema(version);
            newest.put(row[0], schema);
        }
        if (schema.version == version) {
            Set<String> types = new HashSet<>();
            List<String> allowed = new ArrayList<>();
            for (String word : words) {
                boolean listed = word.startsWith(OF);
                types.add(listed ? "code" : word);
                allowed.addAll(listed ? codes(word.substring(OF.length())) : List.of());
            }
            schema.add(row[2], row[3], types, allowed);
        }
    }

    /** The codes of one of the lists that the catalogue names. */
    List<String> codes(String list) {
        return Objects.requireNonNull(codes.get(list), list);
    }

    Set<String> lists() {
        return Set.copyOf(codes.keySet());
    }

    /** The fact with the version of the schema that it fits; refused where it fits none. */
    Fact fitting(Fact fact) {
        Schema schema = newest.get(fact.kind());
        if (schema == null) {
            throw new UnfitFactException(fact.kind(), "is a kind without a schema, see " + FILE);
        }
        schema.demand(fact);
        return fact.ofVersion(schema.version);
    }

    /** Whether every entry of this kind is about a contract. */
    boolean needsContract(String kind) {
        return Objects.requireNonNull(newest.get(kind), kind).contractRequired;
    }

    /** Who can have acted: {@code person}, {@code system}, {@code nobody}. */
    Set<String> actors(String kind) {
        return Objects.requireNonNull(newest.get(kind), kind).actors;
    }

    Set<String> kinds() {
        return Set.copyOf(newest.keySet());
    }

    /** What the facts of this kind hold. */
    FieldSchema facts(String kind) {
        return Objects.requireNonNull(newest.get(kind), kind).facts;
    }

    private static String resource() {
        try (InputStream in = EntrySchemas.class.getResourceAsStream("/" + FILE)) {
            return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
