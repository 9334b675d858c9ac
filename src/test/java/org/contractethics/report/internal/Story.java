package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** A record written by hand, entry after entry, as the modules would write it. */
final class Story {

    static final String HASH = "a".repeat(64);
    static final WorkingDays DAYS = WorkingDays.mondayToFriday(java.time.ZoneOffset.UTC);

    final List<RecordEntry> entries = new ArrayList<>();
    private Instant clock = Instant.parse("2026-10-05T09:00:00Z");
    private int contracts;

    Story at(String time) {
        clock = Instant.parse(time);
        return this;
    }

    Instant now() {
        return clock;
    }

    long happened(String kind, @Nullable ContractId contract, Map<String, Object> facts) {
        long index = entries.size();
        boolean unnamed = kind.startsWith("concern-");
        entries.add(new RecordEntry(
                index,
                kind,
                contract,
                unnamed ? "-" : "dana.whitfield",
                clock,
                clock,
                facts,
                "{}",
                "leaf" + index + facts.hashCode() + kind));
        return index;
    }

    ContractId contract(String agency) {
        ContractId id = new ContractId(UUID.randomUUID());
        contracts++;
        happened(
                "contract-registered",
                id,
                Map.of(
                        "contractId", id.toString(),
                        "reference", "C-%06d".formatted(contracts),
                        "title", "Data analysis",
                        "agency", agency,
                        "agencyType", "BORDER",
                        "supplier", "Our company",
                        "source", "form",
                        "currency", "USD"));
        return id;
    }

    UUID review(ContractId contract) {
        UUID review = UUID.randomUUID();
        happened("review-opened", contract, facts(review, Map.of("documentSetHash", HASH, "reference", "C-x")));
        return review;
    }

    void tier(ContractId contract, UUID review, String tier) {
        happened("triage-confirmed", contract, facts(review, Map.of("tier", tier, "tableTier", tier, "raised", false)));
    }

    void stage(ContractId contract, UUID review, String stage, String code, String started, String due, long hours) {
        happened(
                "stage-completed",
                contract,
                facts(
                        review,
                        Map.of("stage", stage, "stageCode", code, "startedAt", started, "dueAt", due, "hours", hours)));
    }

    UUID decision(ContractId contract, UUID review, String outcome, String tier) {
        return decision(contract, review, outcome, tier, "2027-10-01");
    }

    UUID decision(ContractId contract, UUID review, String outcome, String tier, String expiresOn) {
        UUID decision = UUID.randomUUID();
        happened(
                "decision-recorded",
                contract,
                facts(
                        review,
                        Map.of(
                                "decisionId",
                                decision.toString(),
                                "outcome",
                                outcome,
                                "tier",
                                tier,
                                "rights",
                                List.of("R09"),
                                "reasons",
                                "Reasons",
                                "conditions",
                                0,
                                "policyVersion",
                                1,
                                "documentSetHash",
                                HASH,
                                "expiresOn",
                                expiresOn,
                                "decidedBy",
                                "ruth.castillo")));
        return decision;
    }

    /** Facts changed after the signature: the approval lapses, and a delta review opens with it. */
    UUID lapsed(ContractId contract, UUID review, UUID approval) {
        happened(
                "approval-lapsed",
                contract,
                facts(
                        review,
                        Map.of(
                                "decisionId",
                                approval.toString(),
                                "reason",
                                "Facts changed.",
                                "fields",
                                List.of("USE"))));
        UUID delta = UUID.randomUUID();
        happened(
                "review-opened",
                contract,
                facts(
                        delta,
                        Map.of(
                                "documentSetHash",
                                HASH,
                                "reference",
                                "C-x",
                                "after",
                                review.toString(),
                                "afterDecision",
                                approval.toString(),
                                "delta",
                                true,
                                "changed",
                                List.of("USE"))));
        return delta;
    }

    UUID condition(ContractId contract, UUID review, UUID decision, String dueOn, boolean blocking) {
        UUID condition = UUID.randomUUID();
        happened(
                "condition-imposed",
                contract,
                facts(
                        review,
                        Map.of(
                                "decisionId",
                                decision.toString(),
                                "conditionId",
                                condition.toString(),
                                "owner",
                                "mona.keller",
                                "dueOn",
                                dueOn,
                                "blocking",
                                blocking)));
        return condition;
    }

    void met(ContractId contract, UUID condition) {
        happened("condition-met", contract, Map.of("conditionId", condition.toString()));
    }

    void waived(ContractId contract, UUID condition) {
        happened("condition-waived", contract, Map.of("conditionId", condition.toString()));
    }

    void hold(ContractId contract, String kind, String outcome) {
        happened(kind, contract, Map.of("outcome", outcome));
    }

    void signed(ContractId contract, UUID decision, String hash) {
        happened(
                "contract-signed",
                contract,
                Map.of("contractId", contract.toString(), "decisionId", decision.toString(), "documentSetHash", hash));
    }

    UUID concern() {
        UUID concern = UUID.randomUUID();
        happened("concern-filed", null, Map.of("concernId", concern.toString(), "mode", "OPEN", "topic", "USE"));
        return concern;
    }

    UUID concern(String mode, String topic) {
        UUID concern = UUID.randomUUID();
        happened("concern-filed", null, Map.of("concernId", concern.toString(), "mode", mode, "topic", topic));
        return concern;
    }

    void concern(UUID concern, String what) {
        happened("concern-" + what, null, Map.of("concernId", concern.toString()));
    }

    /** @param quarter its first day */
    void counted(String quarter, Map<String, Integer> numbers) {
        Map<String, Object> facts = new HashMap<>(numbers);
        facts.put("quarter", quarter);
        happened("concerns-counted", null, facts);
    }

    /** @param rated severities by right */
    void assessed(ContractId contract, UUID review, Map<String, String> rated) {
        happened(
                "assessment-recorded",
                contract,
                facts(
                        review,
                        Map.of(
                                "rights",
                                rated.entrySet().stream()
                                        .map(one -> Map.of("code", one.getKey(), "severity", one.getValue()))
                                        .toList())));
    }

    Casebook casebook() {
        Casebook book = new Casebook(Story.DAYS);
        entries.forEach(book::apply);
        return book;
    }

    Tally count(Figure figure, Scope scope) {
        return Figures.count(figure, casebook(), scope);
    }

    static Map<String, Object> facts(UUID review, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("reviewId", review.toString());
        return facts;
    }
}
