package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps;
import org.contractethics.review.FollowUps.PartsInFollowUps;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What is read for a whole page of work after signatures answers as what is read for each piece alone, for everybody. */
@IntegrationTest
class PartsInFollowUpsIT {

    /** A piece of each sentence a rule may answer with. */
    private static final List<String> RULES = List.of(
            "This is for",
            "You submitted this contract",
            "You declared a conflict of interest",
            "Auditors read everything",
            "Leadership takes no part",
            "You own this condition",
            "You reported on this condition",
            "You own the condition that led to this",
            "You made this proposal");

    private static final List<String> NAMES = List.of(
            "tom.lindqvist",
            "paul.nguyen",
            "mona.keller",
            "dana.whitfield",
            "ruth.castillo",
            "leo.brandt",
            "nobody.else");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final FollowUps followUps;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    @Autowired
    PartsInFollowUpsIT(
            MockMvcTester mvc,
            BegunReviews begun,
            FollowUps followUps,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.begun = begun;
        this.followUps = followUps;
        this.database = database;
        this.transaction = transaction;
    }

    @Test
    void a_page_is_judged_as_each_piece_alone_and_every_rule_has_its_say() throws Exception {
        SignedContract suspended = begun.signed(mvc, "paul.nguyen", true);
        SignedContract reported = begun.signed(mvc, "mona.keller", true);
        transaction.executeWithoutResult(status -> {
            Map<UUID, FollowUp> subjects = Map.of(
                    suspended.condition,
                    FollowUp.CONDITION,
                    reported.condition,
                    FollowUp.CONDITION,
                    proposedSuspension(suspended),
                    FollowUp.SUSPENSION,
                    reReviewOf(suspended),
                    FollowUp.RE_REVIEW,
                    reReviewOf(reported),
                    FollowUp.RE_REVIEW);
            report(reported, "dana.whitfield");
            recuse(reported, "leo.brandt");

            Set<String> said = compare(subjects);

            assertThat(RULES).allSatisfy(rule -> assertThat(said).anyMatch(sentence -> sentence.contains(rule)));
            status.setRollbackOnly();
        });
    }

    @Test
    void what_was_not_read_is_not_judged() {
        UUID unknown = UUID.randomUUID();
        Actor mona = new Actor("mona.keller", "Mona Keller", Set.of(Role.MONITOR));

        assertThatThrownBy(() -> followUps
                        .partsIn(Map.of(unknown, FollowUp.CONDITION))
                        .objections(unknown, FollowUpStep.MEET_CONDITION, mona))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> followUps.partsIn(Map.of()).objections(unknown, FollowUpStep.RE_REVIEW, mona))
                .isInstanceOf(Refused.class);
    }

    /** @return every sentence that was said */
    private Set<String> compare(Map<UUID, FollowUp> subjects) {
        PartsInFollowUps together = followUps.partsIn(subjects);
        Set<String> said = new HashSet<>();
        subjects.forEach((subject, kind) -> everybody().forEach(person -> Arrays.stream(FollowUpStep.values())
                .filter(step -> step.followUp() == kind)
                .forEach(step -> {
                    List<String> objections = together.objections(subject, step, person);
                    assertThat(objections)
                            .as("%s for %s", step, person)
                            .isEqualTo(followUps.objections(subject, step, person));
                    said.addAll(objections);
                })));
        return said;
    }

    private static List<Actor> everybody() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                        new Actor(name, name, Set.of(Role.MONITOR, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE)),
                        new Actor(name, name, Set.of(Role.AUDITOR, Role.LEADERSHIP)),
                        new Actor(name, name, Set.of(Role.EMPLOYEE))))
                .toList();
    }

    private UUID proposedSuspension(SignedContract signed) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into review.suspension_review (id, contract_id, purpose, condition_id, reason, opened_by, opened_at)
                        values (:id, :contract, 'SUSPEND', :condition, 'Overdue', 'system', now())
                        """)
                .param("id", id)
                .param("contract", signed.contract.value())
                .param("condition", signed.condition)
                .update();
        database.sql(
                        """
                        insert into review.suspension_proposal (id, suspension_id, number, outcome, reasons, customer_notice,
                            safety, proposed_by, proposed_at)
                        values (gen_random_uuid(), :id, 1, 'CONTINUE', 'Reasons', '', '', 'ruth.castillo', now())
                        """)
                .param("id", id)
                .update();
        return id;
    }

    private UUID reReviewOf(SignedContract signed) {
        return database.sql("select id from review.re_review where contract_id = :contract")
                .param("contract", signed.contract.value())
                .query(UUID.class)
                .single();
    }

    private void report(SignedContract signed, String person) {
        database.sql(
                        """
                        insert into review.condition_report (id, condition_id, number, evidence, reported_by, reported_at)
                        values (gen_random_uuid(), :condition, 1, 'Audit report', :person, now())
                        """)
                .param("condition", signed.condition)
                .param("person", person)
                .update();
    }

    private void recuse(SignedContract signed, String person) {
        database.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, :person, 'VOTE', 'SHARES', now())
                        """)
                .param("review", signed.review.value())
                .param("person", person)
                .update();
    }
}
