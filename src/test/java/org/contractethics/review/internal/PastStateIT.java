package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.record.RecordEntry;
import org.contractethics.report.internal.PastStanding;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;

/** R33: a case as it was at any time is folded from the record alone, and equals what the tables told at that time. */
class PastStateIT {

    private final ReviewWorld world = new ReviewWorld();
    private final ContractId contract = world.borderContract();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final ReviewId review = world.submit(contract, SOFIA);

    /**
     * What the tables told.
     *
     * @param entries how many entries the record had
     */
    private record Snapshot(int entries, Instant at, String told) {}

    @Test
    void every_state_on_the_road_to_a_signature_is_created_again() {
        snapshot();
        world.checkDocuments(review, PRIYA);
        snapshot();
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);
        snapshot();
        world.research(review, ReviewWorld.research(true), DANA);
        world.assess(review, DANA, serious());
        world.mitigate(review, ReviewWorld.unchanged(false, serious()), PRIYA);
        snapshot();
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        snapshot();
        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);
        snapshot();
        world.sign(review, new Confirmation(true, "", ""), PRIYA);
        snapshot();

        assertThat(snapshots)
                .extracting(Snapshot::told)
                .containsSubsequence(
                        "IN_REVIEW none none 0",
                        "IN_REVIEW T3 none 0",
                        "APPROVED_WITH_CONDITIONS T3 CONDITIONAL 1",
                        "SIGNED T3 CONDITIONAL 1");
        assertAllAreCreatedAgain();
    }

    @Test
    void a_stop_on_legal_grounds_is_created_again() {
        snapshot();
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.STOP, PRIYA);
        snapshot();

        assertThat(snapshots.get(1).told()).isEqualTo("STOPPED none none 0");
        assertAllAreCreatedAgain();
    }

    /** From what the record held then, and from what it holds now as of that time. */
    private void assertAllAreCreatedAgain() {
        List<RecordEntry> entries = entries();
        for (Snapshot then : snapshots) {
            assertThat(PastStanding.of(entries.subList(0, then.entries()), contract, review, Instant.MAX))
                    .isEqualTo(then.told());
            assertThat(PastStanding.of(entries, contract, review, then.at())).isEqualTo(then.told());
        }
    }

    private void snapshot() {
        world.clock.forward(Duration.ofMinutes(1));
        Optional<Decision> decision = world.decisions.latestOf(review);
        snapshots.add(new Snapshot(
                entries().size(),
                world.clock.instant(),
                String.join(
                        " ",
                        world.register.state(contract),
                        Optional.ofNullable(world.reviews.get(review).tier())
                                .map(Enum::name)
                                .orElse("none"),
                        decision.map(made -> made.outcome().name()).orElse("none"),
                        "" + decision.map(made -> made.conditions().size()).orElse(0))));
        world.clock.forward(Duration.ofMinutes(1));
    }

    private List<RecordEntry> entries() {
        List<RecordEntry> entries = new ArrayList<>();
        for (Object event : world.published) {
            if (event instanceof RecordedEvent fact) {
                entries.add(new RecordEntry(
                        entries.size(),
                        fact.kind(),
                        fact.contract(),
                        fact.actor(),
                        fact.occurredAt(),
                        fact.occurredAt(),
                        fact.facts(),
                        "{}",
                        ""));
            }
        }
        return entries;
    }
}
