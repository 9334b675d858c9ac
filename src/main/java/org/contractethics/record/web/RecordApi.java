package org.contractethics.record.web;

import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record for programs: entries in order, with the exact text that is hashed. */
@RestController
class RecordApi {

    private static final int MOST_AT_ONCE = 1_000;

    private final RecordReader record;
    private final ReadingRules rules;

    RecordApi(RecordReader record, ReadingRules rules) {
        this.record = record;
        this.rules = rules;
    }

    /**
     * Matching entries above {@code after}, oldest first; {@code next} leads to the following ones. Entries about concerns that are
     * kept from the caller are left out: their number is missing.
     */
    @GetMapping("/api/record/entries")
    Entries entries(
            @ModelAttribute FilterForm form,
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
        return new Entries(record.head(), found.stream().map(Entry::of).toList(), next);
    }

    /**
     * @param next address of the following entries; null after the last
     */
    record Entries(TreeHead head, List<Entry> entries, @Nullable String next) {}

    /**
     * @param body the canonical JSON text; its UTF-8 bytes are what the leaf hash is over
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
            String leafHash) {

        static Entry of(RecordEntry entry) {
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
                    entry.leafHash());
        }
    }
}
