package org.contractethics.record.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.record.internal.SealedFields;
import org.contractethics.record.internal.SealedFields.Opened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record for programs: entries in order, with the exact text that is hashed. */
@RestController
@Tag(name = "Record", description = "The append-only record of everything that matters")
class RecordApi {

    private static final int MOST_AT_ONCE = 1_000;

    private final RecordReader record;
    private final ReadingRules rules;
    private final SealedFields fields;

    RecordApi(RecordReader record, ReadingRules rules, SealedFields fields) {
        this.record = record;
        this.fields = fields;
        this.rules = rules;
    }

    /**
     * Matching entries above {@code after}, oldest first; {@code next} leads to the following ones. Entries about concerns that are
     * kept from the caller are left out: their number is missing.
     */
    @Operation(summary = "Entries in order", description = "With the exact text that is hashed; at most 1,000 at once")
    @GetMapping("/api/record/entries")
    Entries entries(
            @ParameterObject @ModelAttribute FilterForm form,
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = "100") int limit,
            Actor viewer) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("The record is read by auditors, the board committee and the ombuds.");
        }
        if (!form.problems().isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    form.problems().stream().map(FormProblem::message).toList());
        }
        int size = Math.min(Math.max(limit, 1), MOST_AT_ONCE);
        List<RecordEntry> found = record.oldest(form.filter().without(rules.withheldFrom(viewer)), after, size);
        String next = found.size() < size
                ? null
                : form.link("/api/record/entries", "after", found.get(size - 1).index()) + "&limit=" + size;
        Map<Long, List<Opened>> opened =
                fields.of(found.stream().map(RecordEntry::index).toList());
        return new Entries(
                record.head(),
                found.stream()
                        .map(entry -> Entry.of(entry, opened.getOrDefault(entry.index(), List.of())))
                        .toList(),
                next);
    }

    /**
     * @param next address of the following entries; null after the last
     */
    record Entries(TreeHead head, List<Entry> entries, @Nullable String next) {}

    /**
     * @param facts with the values that the body commits to; of those that were erased stands the day and the basis
     * @param body the canonical JSON text; its UTF-8 bytes are what the leaf hash is over
     * @param opened what the body commits to, with what it takes to check that; what was erased is not there
     */
    record Entry(
            long index,
            String kind,
            @Nullable String contract,
            String actor,
            String occurredAt,
            String recordedAt,
            Map<String, Object> facts,
            String body,
            List<Opened> opened,
            String leafHash) {

        static Entry of(RecordEntry entry, List<Opened> opened) {
            ContractId contract = entry.contract();
            return new Entry(
                    entry.index(),
                    entry.kind(),
                    contract == null ? null : contract.toString(),
                    entry.actor(),
                    entry.occurredAt().toString(),
                    entry.recordedAt().toString(),
                    entry.facts(),
                    entry.body(),
                    opened,
                    entry.leafHash());
        }
    }
}
