package org.contractethics.record.internal.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What the record keeps of an erasure: who asked, who decided, the basis and the fields, and in the end not of whom they were. */
record ErasureFact(String kind, String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

    /** Fields of one entry: together they stay well below the longest body. */
    private static final int BYTES_OF_FIELDS = 40_000;

    static ErasureFact requested(UUID id, ErasureRequest request, ErasureBasis basis, String actor, Instant at) {
        return new ErasureFact(
                "erasure-requested",
                actor,
                at,
                Map.of(
                        "erasureId", id.toString(),
                        "person", request.account(),
                        "basis", code(basis),
                        "reason", request.reason()));
    }

    static ErasureFact declined(UUID id, String actor, Instant at) {
        return new ErasureFact("erasure-declined", actor, at, Map.of("erasureId", id.toString()));
    }

    /** Names nobody but whoever was refused. */
    static ErasureFact refused(String act, RefusedErasure refused, String actor, Instant at) {
        return new ErasureFact(
                "erasure-refused",
                actor,
                at,
                Map.of("act", act, "rule", refused.rule().name()));
    }

    /**
     * One fact for each so many fields.
     *
     * @param fields number of the entry and pointer, {@code 12/actor}
     */
    static List<ErasureFact> erased(OpenErasure erasure, List<String> fields, long entries, String by, Instant at) {
        List<List<String>> parts = parts(fields);
        List<ErasureFact> facts = new ArrayList<>();
        for (List<String> part : parts) {
            facts.add(new ErasureFact(
                    "erased",
                    by,
                    at,
                    Map.of(
                            "erasureId", erasure.id().toString(),
                            "basis", code(erasure.basis()),
                            "requestedBy", erasure.requestedBy(),
                            "part", facts.size() + 1,
                            "parts", parts.size(),
                            "entries", entries,
                            "values", fields.size(),
                            "fields", part)));
        }
        return facts;
    }

    /**
     * Of which access entries the reader is gone, so that nobody else can take one away unseen.
     *
     * @param reads their numbers, in order
     */
    static List<ErasureFact> readsErased(OpenErasure erasure, List<Long> reads, String by, Instant at) {
        return parts(ranges(reads)).stream()
                .map(part -> new ErasureFact(
                        "access-erased",
                        by,
                        at,
                        Map.of(
                                "erasureId", erasure.id().toString(),
                                "basis", code(erasure.basis()),
                                "reads", reads.size(),
                                "rows", part)))
                .toList();
    }

    private static List<String> ranges(List<Long> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int first = 0, next; first < numbers.size(); first = next) {
            next = first + 1;
            while (next < numbers.size() && numbers.get(next) == numbers.get(next - 1) + 1) {
                next++;
            }
            ranges.add(numbers.get(first) + (next == first + 1 ? "" : "-" + numbers.get(next - 1)));
        }
        return ranges;
    }

    private static List<List<String>> parts(List<String> fields) {
        List<List<String>> parts = new ArrayList<>();
        int bytes = BYTES_OF_FIELDS;
        for (String field : fields) {
            bytes += field.length() * 3 + 3;
            if (bytes > BYTES_OF_FIELDS) {
                parts.add(new ArrayList<>());
                bytes = field.length() * 3 + 3;
            }
            parts.get(parts.size() - 1).add(field);
        }
        return parts;
    }

    private static String code(ErasureBasis basis) {
        return "GDPR_17_1_" + basis.name();
    }

    @Override
    public @Nullable ContractId contract() {
        return null;
    }
}
