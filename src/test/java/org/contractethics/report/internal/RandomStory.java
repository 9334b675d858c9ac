package org.contractethics.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.contractethics.shared.ContractId;

/** Entries of every kind that the figures know, in an order that no honest procedure would write. */
final class RandomStory {

    static final Instant BEGIN = Instant.parse("2026-01-02T09:00:00Z");

    private static final List<String> KINDS = List.of(
            "triage-confirmed",
            "stage-completed",
            "stage-escalated",
            "question-asked",
            "question-answered",
            "recusal-declared",
            "dissent-recorded",
            "decision-recorded",
            "decision-recorded",
            "condition-imposed",
            "condition-met",
            "condition-waived",
            "safeguards-agreed",
            "appeal-filed",
            "appeal-decided",
            "signature-refused",
            "approval-lapsed",
            "contract-signed",
            "assessment-recorded",
            "votes-opened",
            "review-closed",
            "quorum-missed",
            "consultation-logged",
            "incident-recorded",
            "visibility-limits-stated",
            "suspension-review-opened",
            "suspension-decided",
            "interim-measure-imposed",
            "interim-measure-expired",
            "re-review-due",
            "re-review-brought-forward",
            "remediation-opened",
            "contract-ended",
            "redaction-approved",
            "contract-changed",
            "re-review-done",
            "sample-drawn",
            "sample-reviewed",
            "sample-ruled",
            "document-added",
            "document-read",
            "document-unreadable",
            "letter-threshold-reached",
            "survey-closed",
            "earlier-deals-compared");

    final Story story = new Story();
    private final Random random;
    private final List<ContractId> contracts = new ArrayList<>();
    private final List<UUID> concerns = new ArrayList<>();
    private final List<UUID> reviews = new ArrayList<>();
    private final Map<UUID, ContractId> contractOf = new HashMap<>();
    private final List<String> decisions = new ArrayList<>(List.of("none"));
    private final List<String> ids = new ArrayList<>();

    RandomStory(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            ids.add(new UUID(seed, i).toString());
        }
    }

    /** The clock goes on by hours, sometimes back by days. */
    RandomStory write(int entries) {
        for (int i = 0; i < entries; i++) {
            Duration on = random.nextInt(20) == 0 ? Duration.ofDays(-3) : Duration.ofHours(random.nextInt(24));
            Instant last = story.entries.isEmpty()
                    ? BEGIN
                    : story.entries.get(story.entries.size() - 1).occurredAt();
            story.at(last.plus(on).toString());
            one();
        }
        return this;
    }

    private void one() {
        if (contracts.isEmpty() || random.nextInt(12) == 0) {
            contracts.add(story.contract("Agency " + random.nextInt(3)));
        }
        ContractId contract = pick(contracts);
        if (reviews.isEmpty() || random.nextInt(6) == 0) {
            UUID review = story.review(contract);
            reviews.add(review);
            contractOf.put(review, contract);
        } else if (random.nextInt(10) == 0) {
            concerns.add(story.concern(pick(List.of("OPEN", "ANONYMOUS")), pick(List.of("USE", "RETALIATION"))));
            story.concern(pick(concerns), pick(List.of("acknowledged", "answered", "withdrawn", "appealed")));
        } else {
            UUID review = pick(reviews);
            String kind = pick(KINDS);
            Map<String, Object> facts = facts(review);
            if (kind.equals("decision-recorded")) {
                decisions.add(new UUID(-1, decisions.size()).toString());
                facts.put("decisionId", decisions.get(decisions.size() - 1));
            }
            story.happened(kind, contractOf.get(review), facts);
        }
    }

    private Map<String, Object> facts(UUID review) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewId", review.toString());
        facts.put("tier", pick(Tiers.ALL));
        facts.put("raised", random.nextBoolean());
        facts.put("stage", pick(List.of("RESEARCH", "LEGAL_STOP", "clarification", "VOTE")));
        facts.put("outcome", pick(List.of("APPROVE", "CONDITIONAL", "REJECT", "RETURN", "STOP", "SUSPEND", "LIFT")));
        facts.put("hours", random.nextInt(200));
        facts.put("dueAt", day() + "T12:00:00Z");
        facts.put("dueOn", day());
        facts.put("expiresOn", day());
        facts.put("endsOn", day());
        facts.put("nextOn", day());
        facts.put("redactionId", pick(ids));
        facts.put("fields", List.of("TITLE", "AGENCY", "value"));
        facts.put("decisionId", pick(decisions));
        facts.put("conditionId", pick(ids));
        facts.put("questionId", pick(ids));
        facts.put("documentSetHash", Story.HASH);
        facts.put("result", pick(List.of("CONFIRM", "CHANGE", "RETURN", "REOPEN")));
        facts.put("consulted", pick(List.of("AFFECTED", "PROXY")));
        facts.put("incident", pick(List.of("PRESS", "CUSTOMER_REPORT")));
        facts.put("changedTo", pick(List.of("APPROVE", "REJECT")));
        facts.put("newReviewId", pick(reviews).toString());
        facts.put("documentId", pick(ids));
        facts.put("drawn", random.nextBoolean());
        facts.put("knewFirst", random.nextBoolean());
        facts.put("sameBasis", random.nextBoolean());
        facts.put("differs", pick(List.of("AGREES", "TIER", "OUTCOME", "TIER_AND_OUTCOME")));
        facts.put("versionId", pick(ids));
        facts.put("reason", pick(List.of("encrypted", "no text", "erased on a day")));
        facts.put("consequence", pick(List.of("HEARING", "BOARD")));
        facts.put("knowsHowYes", 5 + random.nextInt(40));
        facts.put("trustsAnswerOther", 5 + random.nextInt(40));
        facts.put("obligatedMinor", random.nextInt(1_000_000));
        facts.put("currency", pick(List.of("USD", "EUR")));
        facts.put(
                "standing",
                Map.of(
                        "impacts",
                        List.of(Map.of("right", "R01", "severity", "LOW", "priority", pick(List.of("P1", "P4")))),
                        "vulnerableGroups",
                        "YES"));
        facts.put(
                "inputs",
                Map.of(
                        "agencyType", pick(List.of("BORDER", "POLICE", "unknown", "OTHER")),
                        "countryBand", pick(List.of("LOW", "CRITICAL", "unknown")),
                        "secret", random.nextBoolean()));
        facts.put(
                "deals",
                List.of(Map.of(
                        "earlierContractId",
                        pick(contracts).toString(),
                        "same",
                        pick(List.of("YES", "NO", "UNKNOWN")))));
        facts.put("tally", Map.of("APPROVE", 4, "REJECT", 1));
        facts.put("rights", List.of(Map.of("code", "R0" + random.nextInt(9), "severity", pick(Assessed.SEVERITIES))));
        facts.put("safeguards", List.of(Map.of("code", "G01", "state", pick(List.of("PRESENT", "ABSENT")))));
        return facts;
    }

    private String day() {
        return BEGIN.plus(Duration.ofDays(random.nextInt(300))).toString().substring(0, 10);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
