package org.contractethics.record.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.record.verification.Finding;
import org.contractethics.shared.KeptDecisions;
import org.contractethics.shared.KeptDecisions.Kept;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the tables of decisions against the entries about them. Decision and entry are written in one transaction, so one without the
 * other was made or removed by SQL.
 */
@Component
@Order(0)
class DecisionsBeside implements Beside {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final KeptDecisions kept;

    DecisionsBeside(JdbcClient jdbc, KeptDecisions kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Finding> difference() {
        Map<String, Recorded> recorded = new HashMap<>();
        recorded().forEach(one -> recorded.put(one.decision(), one));
        List<Kept> decisions = kept.decisions();
        List<Finding> found = new ArrayList<>();
        for (Kept decision : decisions) {
            difference(decision, recorded.remove(decision.id().toString())).ifPresent(found::add);
        }
        return found.stream().findFirst().or(() -> gone(recorded));
    }

    private static Optional<Finding> difference(Kept decision, @Nullable Recorded entry) {
        if (entry == null) {
            return Optional.of(new Finding(
                    null,
                    "The decision " + decision.id() + " on contract " + decision.contract()
                            + " stands in the tables, but no entry tells of it: it was made by SQL."));
        }
        boolean same = entry.outcome().equals(decision.outcome())
                && entry.contract().equals(decision.contract().toString());
        return same
                ? Optional.empty()
                : Optional.of(new Finding(
                        entry.index(),
                        "Entry " + entry.index() + ": the tables tell otherwise of the decision " + decision.id() + " ("
                                + decision.outcome() + " instead of " + entry.outcome()
                                + "): they were changed by SQL."));
    }

    /** Entries of reviews that exist, about decisions that do not. */
    private Optional<Finding> gone(Map<String, Recorded> left) {
        Set<ReviewId> reviews =
                left.values().stream().flatMap(one -> one.review().stream()).collect(Collectors.toSet());
        Set<ReviewId> existing = reviews.isEmpty() ? Set.of() : kept.existing(reviews);
        return left.values().stream()
                .filter(one -> one.review().filter(existing::contains).isPresent())
                .findFirst()
                .map(one -> new Finding(
                        one.index(),
                        "Entry " + one.index() + ": the decision " + one.decision()
                                + " is missing in the tables: it was removed by SQL."));
    }

    private List<Recorded> recorded() {
        return jdbc.sql("select n, contract, body from record.entry where kind = 'decision-recorded' order by n")
                .query((row, number) ->
                        Recorded.of(row.getLong("n"), String.valueOf(row.getString("contract")), row.getBytes("body")))
                .list();
    }

    /** What an entry tells of a decision. */
    private record Recorded(long index, String contract, String decision, String outcome, Optional<ReviewId> review) {

        static Recorded of(long index, String contract, byte[] body) {
            JsonNode facts = JSON.readTree(body).path("facts");
            return new Recorded(
                    index,
                    contract,
                    facts.path("decisionId").asString(""),
                    facts.path("outcome").asString(""),
                    review(facts.path("reviewId").asString("")));
        }

        private static Optional<ReviewId> review(String id) {
            try {
                return Optional.of(new ReviewId(UUID.fromString(id)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
