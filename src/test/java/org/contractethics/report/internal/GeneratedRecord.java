package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.contractethics.BenchmarkSize;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.ContractId;

/** A record of many reviews, eight entries each, made when they are read so that it takes no memory. */
final class GeneratedRecord implements RecordReader {

    static final int ENTRIES_OF_A_REVIEW = 8;

    /** Reviews of a few days, whose decisions all fall in the first quarter. */
    static final int SMALLEST = 200;

    private static final List<String> OUTCOMES = List.of("APPROVE", "CONDITIONAL", "REJECT", "RETURN");
    private static final List<String> SEVERITIES = List.of("LOW", "MODERATE", "SERIOUS", "SEVERE", "CRITICAL");
    private static final Instant BEGIN = Instant.parse("2022-01-03T09:00:00Z");
    private static final long SECONDS_BETWEEN = 1_500;

    private int reviews;

    GeneratedRecord(int reviews) {
        this.reviews = reviews;
    }

    /** A quarter that is over and has decisions in a record of this size. */
    static Period quarter(BenchmarkSize reviews) {
        return Period.quarterOf(reviews.isMeasured() ? LocalDate.of(2026, 8, 1) : LocalDate.of(2022, 2, 1));
    }

    /** One more review. */
    void grow() {
        reviews++;
    }

    @Override
    public TreeHead head() {
        return new TreeHead((long) reviews * ENTRIES_OF_A_REVIEW, "root" + reviews);
    }

    @Override
    public Optional<RecordEntry> find(long index) {
        return index < 0 || index >= head().size() ? Optional.empty() : Optional.of(entry(index));
    }

    @Override
    public void each(EntryFilter filter, long from, long to, Consumer<RecordEntry> consumer) {
        ContractId contract = filter.contract();
        long review = contract == null ? 0 : contract.value().getLeastSignificantBits();
        long first = contract == null ? from : Math.max(from, review * ENTRIES_OF_A_REVIEW);
        long end = contract == null ? to : Math.min(to, (review + 1) * ENTRIES_OF_A_REVIEW);
        LongStream.range(first, end)
                .mapToObj(this::entry)
                .filter(entry -> filter.kind() == null || filter.kind().equals(entry.kind()))
                .filter(entry -> filter.from() == null || !entry.occurredAt().isBefore(filter.from()))
                .filter(entry -> filter.before() == null || entry.occurredAt().isBefore(filter.before()))
                .forEach(consumer);
    }

    private RecordEntry entry(long index) {
        long review = index / ENTRIES_OF_A_REVIEW;
        int step = (int) (index % ENTRIES_OF_A_REVIEW);
        Instant at = BEGIN.plusSeconds(review * SECONDS_BETWEEN + step * 86_400L * 3);
        Map<String, Object> facts = new HashMap<>(Map.of("reviewId", new UUID(1, review).toString()));
        String kind = facts(review, step, at, facts);
        ContractId contract = new ContractId(new UUID(2, review));
        return new RecordEntry(index, kind, contract, "dana.whitfield", at, at, facts, "{}", "leaf" + index);
    }

    private static String facts(long review, int step, Instant at, Map<String, Object> facts) {
        String tier = "T" + (1 + review % 4);
        String decision = new UUID(3, review).toString();
        switch (step) {
            case 0 ->
                facts.putAll(Map.of(
                        "reference", "C-" + review, "title", "Data analysis", "agency", "Agency " + review % 40));
            case 1 -> facts.put("documentSetHash", Story.HASH);
            case 2 -> facts.putAll(Map.of("tier", tier, "raised", review % 11 == 0));
            case 3 ->
                facts.putAll(Map.of(
                        "stage",
                        "RESEARCH",
                        "stageCode",
                        "S5",
                        "hours",
                        60,
                        "dueAt",
                        at.plusSeconds(review % 3 * 9_000 - 9_000).toString()));
            case 4 ->
                facts.put("rights", List.of(Map.of("code", "R" + review % 30, "severity", SEVERITIES.get((int)
                        (review % 97 % 5)))));
            case 5 -> facts.putAll(Map.of("tally", Map.of("APPROVE", 4, "REJECT", 1), "outcome", "APPROVE"));
            case 6 ->
                facts.putAll(Map.of(
                        "decisionId",
                        decision,
                        "outcome",
                        OUTCOMES.get((int) (review % 4)),
                        "tier",
                        tier,
                        "reasons",
                        "Reasons",
                        "documentSetHash",
                        Story.HASH,
                        "expiresOn",
                        "2030-01-01"));
            default ->
                facts.putAll(Map.of(
                        "decisionId",
                        decision,
                        "conditionId",
                        new UUID(4, review).toString(),
                        "dueOn",
                        "2026-12-01",
                        "blocking",
                        review % 2 == 0));
        }
        return List.of(
                        "contract-registered",
                        "review-opened",
                        "triage-confirmed",
                        "stage-completed",
                        "assessment-recorded",
                        "votes-opened",
                        "decision-recorded",
                        "condition-imposed")
                .get(step);
    }

    @Override
    public List<RecordEntry> newest(EntryFilter filter, long before, int limit) {
        return List.of();
    }

    @Override
    public List<RecordEntry> oldest(EntryFilter filter, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(EntryFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> kinds() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RecordVerification> lastVerification() {
        return Optional.empty();
    }

    @Override
    public RecordVerification verify(String requestedBy) {
        throw new UnsupportedOperationException();
    }
}
