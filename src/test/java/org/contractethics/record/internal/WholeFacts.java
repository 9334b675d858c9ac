package org.contractethics.record.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** What the schema of a kind demands beyond the facts that a test is about, made up: tests stay short, and entries are whole. */
final class WholeFacts {

    private static final ContractId SOME_CONTRACT =
            new ContractId(UUID.fromString("7c0a0c9e-2f0e-4d4e-9a55-0d8d5a3f4c01"));

    private WholeFacts() {}

    static Map<String, Object> of(String kind, Map<String, Object> facts) {
        return isKnown(kind) ? whole(EntrySchemas.published().facts(kind), facts) : facts;
    }

    /** What is given, or some contract where the kind demands one. */
    static @Nullable ContractId contract(String kind, @Nullable ContractId given) {
        return given == null && isKnown(kind) && EntrySchemas.published().needsContract(kind) ? SOME_CONTRACT : given;
    }

    /** The person, or the application where only that acts. */
    static String actor(String kind, String person) {
        return isKnown(kind) && EntrySchemas.published().actors(kind).equals(Set.of("system")) ? "system" : person;
    }

    private static boolean isKnown(String kind) {
        return EntrySchemas.published().kinds().contains(kind);
    }

    private static Map<String, Object> whole(FieldSchema schema, Map<String, Object> given) {
        Map<String, Object> whole = new LinkedHashMap<>(given);
        schema.below().forEach((name, field) -> {
            if (field.required()) {
                whole.putIfAbsent(name, some(field));
            }
        });
        return whole;
    }

    private static Object some(FieldSchema field) {
        return switch (field.types().stream().sorted().findFirst().orElseThrow()) {
            case ID -> UUID.randomUUID().toString();
            case CODE -> field.codes().stream().findFirst().orElse("UNKNOWN");
            case HASH -> "a".repeat(64);
            case DATE -> "2026-11-24";
            case TIME -> RecordFixtures.NOW.toString();
            case INTEGER -> 1;
            case FLAG -> false;
            case TEXT -> "Because it is so.";
            case NAME -> "A name";
            case ACCOUNT -> "ruth.castillo";
            case EMPTY -> "";
            case LIST -> List.of();
            case OBJECT -> whole(field, Map.of());
            case MAP -> Map.of();
        };
    }
}
