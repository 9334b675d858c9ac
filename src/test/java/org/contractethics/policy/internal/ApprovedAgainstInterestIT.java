package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.policy.internal.PolicyWorld.DANA;
import static org.contractethics.policy.internal.PolicyWorld.GEORGE;
import static org.contractethics.policy.internal.PolicyWorld.GRETA;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.PastCases.Listed;
import org.contractethics.policy.PastCases.PastCase;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.PolicyLists.StatedFacts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenMatters.OpenMatter;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S0, H1: who wrote a version, or gains by it, does not approve it; it is approved once, and only over what is in force. */
class ApprovedAgainstInterestIT {

    private static final PolicyContent PACKED = PolicyFiles.packed();
    private static final String MEDIUM_BAND = "context-risk-15-o1\"><text>";

    private final PolicyWorld world = new PolicyWorld();

    @BeforeEach
    void install() {
        world.start(PACKED);
    }

    @Test
    void whoever_gains_by_a_contract_that_is_treated_more_lightly_approves_nothing() {
        PastCase owned = mediumRisk();
        PastCase other = mediumRisk();
        world.cases.all.addAll(List.of(owned, other));
        world.cases.gained.put("george.tan", Set.of(owned.contract()));
        world.approve(propose("2"), GRETA);
        int lighter = propose("1");

        assertThatThrownBy(() -> world.approve(lighter, GEORGE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED))
                .hasMessageContaining("asks less of a contract by which you gain")
                .hasMessageContaining("(H1)");
        assertThat(world.state(lighter)).isEqualTo(VersionState.PROPOSED);

        world.approve(lighter, GRETA);
        assertThat(world.state(lighter)).isEqualTo(VersionState.IN_FORCE);
    }

    @Test
    void one_that_asks_as_much_or_more_of_their_contract_they_may_approve() {
        PastCase owned = mediumRisk();
        world.cases.all.add(owned);
        world.cases.gained.put("george.tan", Set.of(owned.contract()));

        // the score rises
        assertThatCode(() -> world.approve(propose("2"), GEORGE)).doesNotThrowAnyException();
    }

    @Test
    void whoever_gains_by_a_contract_that_is_treated_more_strictly_does_not_withdraw_that_alone() {
        PastCase owned = mediumRisk();
        world.cases.all.add(owned);
        world.cases.gained.put("george.tan", Set.of(owned.contract()));
        int stricter = propose("2");

        assertThatThrownBy(() -> world.withdraw(stricter, GEORGE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED))
                .hasMessageContaining("asks more of a contract by which you gain")
                .hasMessageContaining("(H1)");
        assertThat(world.state(stricter)).isEqualTo(VersionState.PROPOSED);

        world.withdraw(stricter, GRETA);
        assertThat(world.state(stricter)).isEqualTo(VersionState.WITHDRAWN);
    }

    @Test
    void their_own_proposal_they_withdraw_until_somebody_approved_it() {
        PastCase owned = mediumRisk();
        world.cases.all.add(owned);
        world.cases.gained.put("george.tan", Set.of(owned.contract()));
        int own = propose("2", world.today(), GEORGE);

        world.withdraw(own, GEORGE);
        assertThat(world.state(own)).isEqualTo(VersionState.WITHDRAWN);

        int approved = propose("2", world.today().plusDays(3), GEORGE);
        world.approve(approved, GRETA);
        assertThatThrownBy(() -> world.withdraw(approved, GEORGE)).hasMessageContaining("asks more of a contract");
        assertThat(world.state(approved)).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void what_somebody_wrote_stays_theirs_when_another_proposes_it_once_more() {
        int first = world.proposed("Words of George.", GEORGE);
        world.withdraw(first, GEORGE);
        int again = world.proposed("Words of George.", DANA);

        assertThatThrownBy(() -> world.approve(again, GEORGE)).hasMessageContaining("You wrote this version");
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                "insert into policy.version_step values (:number, 2, 'PROPOSED', 'APPROVED', 'george.tan', now(), 'x')")
                        .param("number", again)
                        .update())
                .hasStackTraceContaining("who wrote a version does not approve it");
        world.approve(again, GRETA);
        assertThat(world.state(again)).isEqualTo(VersionState.IN_FORCE);
    }

    @Test
    void two_approvals_in_one_instant_are_one_and_the_other_is_told() throws Exception {
        ConcernId concern = new ConcernId(UUID.randomUUID());
        world.open.add(new OpenMatter(
                concern, "What the contract says", new ConcernMatter(Kind.POLICY, "1"), "Version 1 of the rules"));
        world.said.put(concern.toString(), "It weighs little.");
        int number = world.proposed("We changed our mind.", DANA);

        assertThatThrownBy(() ->
                        world.beforeCommit(() -> world.approve(number, GEORGE), () -> world.approve(number, GRETA)))
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("This version is not proposed any more.");

        assertThat(world.kinds().stream().filter("policy-approved"::equals)).hasSize(1);
    }

    @Test
    void an_approval_and_a_withdrawal_in_one_instant_are_one_of_them() throws Exception {
        int number = world.propose(
                new Proposal(
                        1,
                        "We changed our mind.",
                        Map.of(),
                        "Because",
                        world.today().plusDays(3)),
                DANA);

        assertThatThrownBy(() ->
                        world.beforeCommit(() -> world.withdraw(number, DANA), () -> world.approve(number, GEORGE)))
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("This version is not proposed any more.");

        assertThat(world.state(number)).isEqualTo(VersionState.WITHDRAWN);
    }

    @Test
    void nothing_is_proposed_over_a_version_that_is_replaced_in_that_instant() {
        int next = world.proposed("We changed our mind.", DANA);

        assertThatThrownBy(() -> world.beforeCommit(
                        () -> world.approve(next, GEORGE),
                        () -> world.propose(
                                new Proposal(1, "Another mind.", Map.of(), "Because", world.today()), DANA)))
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("Version 2 came into force since you began");

        assertThat(world.versions.all()).hasSize(2);
    }

    private int propose(String score) {
        return propose(score, world.today(), DANA);
    }

    private int propose(String score, LocalDate effective, Actor author) {
        String text = PACKED.file("context-risk.dmn").orElseThrow();
        assertThat(text).contains(MEDIUM_BAND + "1");
        return world.propose(
                new Proposal(
                        world.policy.current().number(),
                        PACKED.text(),
                        Map.of("context-risk.dmn", text.replace(MEDIUM_BAND + "1", MEDIUM_BAND + score)),
                        "x",
                        effective),
                author);
    }

    private static PastCase mediumRisk() {
        return new PastCase(
                UUID.randomUUID(),
                new ContractId(UUID.randomUUID()),
                "C-1",
                true,
                1,
                new TriageFacts(
                        Set.of("PUBLIC_WEBSITE"),
                        "CULTURE",
                        "MEDIUM",
                        "NONE",
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false),
                new Listed(Map.of(), null, new StatedFacts(Set.of(), Set.of(), false, false)),
                Tier.T2,
                null,
                false,
                List.of());
    }
}
