package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.OwnersInReview;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H1: a hand-over takes what is open along, sheds no conflict, and makes none. */
@IntegrationTest
class HandOverInReviewIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final RuntimeService processes;
    private final OwnersInReview owners;
    private final Reviews reviews;
    private final ContractParticipants participants;

    @Autowired
    HandOverInReviewIT(
            MockMvcTester mvc,
            BegunReviews begun,
            JdbcClient database,
            RuntimeService processes,
            OwnersInReview owners,
            Reviews reviews,
            ContractParticipants participants) {
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
        this.processes = processes;
        this.owners = owners;
        this.reviews = reviews;
        this.participants = participants;
    }

    @Test
    void an_open_question_waits_for_the_next_owner_and_for_nobody_else() throws Exception {
        Begun review = begun.submitted(mvc);
        UUID question = asked(review);
        assertThat(review.hands().inbox("tom.lindqvist", "mine")).contains("/questions/" + question);

        assertThat(handOver(review.hands(), review.contract(), "tom.lindqvist", "sofia.marin"))
                .hasStatus3xxRedirection();

        assertThat(review.hands().inbox("tom.lindqvist", "mine")).doesNotContain("/questions/" + question);
        assertThat(review.hands().inbox("sofia.marin", "mine")).contains("/questions/" + question);
        assertThat(review.hands()
                        .post("tom.lindqvist", "/questions/" + question + "/answer", Map.of("answer", "It is.")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(
                        () -> database.sql("update review.question set closed_by = 'tom.lindqvist', closed_at = now(),"
                                        + " closed_as = 'ANSWERED', answer = 'It is.' where id = :id")
                                .param("id", question)
                                .update())
                .hasMessageContaining("only the account owner answers");
        assertThat(review.hands().post("sofia.marin", "/questions/" + question + "/answer", Map.of("answer", "It is.")))
                .hasStatus3xxRedirection();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(review.review().toString())
                        .variableValueEquals("submitter", "sofia.marin")
                        .count())
                .as("whom a later clarification request is sent to")
                .isEqualTo(1);
    }

    @Test
    void the_chair_hands_over_where_an_answer_is_overdue_unless_paid_by_the_contract() throws Exception {
        Begun review = begun.submitted(mvc);
        UUID question = asked(review);
        assertThat(handOver(review.hands(), review.contract(), "ruth.castillo", "sofia.marin"))
                .hasStatus(HttpStatus.CONFLICT);
        database.sql("update workflow.inbox_item set due_at = now() - interval '1 day' where subject_id = :id")
                .param("id", question)
                .update();
        paid(review, "george.tan");

        assertThat(handOver(review.hands(), review.contract(), "george.tan", "sofia.marin"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(H1)");
        assertThat(handOver(review.hands(), review.contract(), "ruth.castillo", "sofia.marin"))
                .hasStatus3xxRedirection();

        assertThat(database.sql("select ground from contract.account_owner where contract_id = :id and number = 2")
                        .param("id", review.contract().value())
                        .query(String.class)
                        .single())
                .isEqualTo("OVERDUE");
        assertThat(review.hands().inbox("sofia.marin", "mine")).contains("/questions/" + question);
    }

    @Test
    void who_reviewed_holds_a_task_or_could_vote_becomes_no_owner() throws Exception {
        Begun review = begun.submitted(mvc);
        ContractId contract = review.contract();
        review.hands().claim("leo.brandt");
        assertThat(owners.againstOwning(contract, selling("leo.brandt", Role.LEGAL_REVIEWER)))
                .as("holds the check of the documents")
                .anyMatch(why -> why.contains("takes part in the review"));
        assertThat(owners.againstOwning(contract, selling("sofia.marin", Role.EMPLOYEE)))
                .isEmpty();

        Begun voting = begun.upToTheVote(mvc);
        assertThat(owners.againstOwning(voting.contract(), selling("helen.okafor", Role.HR_REVIEWER)))
                .anyMatch(why -> why.contains("takes part in the review"));
        assertThat(owners.againstOwning(voting.contract(), selling("newly.hired", Role.HR_REVIEWER)))
                .as("an alternate may come in")
                .anyMatch(why -> why.contains("could vote"));
        assertThat(owners.againstOwning(voting.contract(), selling("sofia.marin", Role.EMPLOYEE)))
                .isEmpty();
        for (String reviewer : List.of(
                "dana.whitfield", voting.hands().drawn(voting.review()).get(0).person())) {
            assertThatThrownBy(() -> ownedNow(voting.contract(), reviewer))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("does not become its account owner");
        }
    }

    @Test
    void whoever_owned_it_once_stays_barred_from_review_and_concerns() throws Exception {
        Begun review = begun.submitted(mvc);
        String claim = review.hands().claimPath("leo.brandt");
        ownedNow(review.contract(), "priya.raman");
        ownedNow(review.contract(), "sofia.marin");

        assertThat(review.hands().post("priya.raman", claim, Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(H1)");
        assertThat(reviews.objections(
                        review.review(), Stage.VOTE, new Actor("priya.raman", "Priya", Set.of(Role.LEGAL_REVIEWER))))
                .anyMatch(why -> why.contains("(H1)"));
        assertThat(reviews.objections(
                        review.review(),
                        Stage.CLARIFICATION,
                        new Actor("tom.lindqvist", "Tom", Set.of(Role.SUBMITTER))))
                .anyMatch(why -> why.contains("Only the account owner"));
        assertThat(participants.of(List.of(review.contract())).get(review.contract()))
                .satisfies(known -> assertThat(known.paid()).contains("tom.lindqvist", "priya.raman", "sofia.marin"));
        assertThat(participants.paidBy("priya.raman")).contains(review.contract());
        refusedByTable(
                "insert into review.comment values (:id, :review, 'priya.raman', now(), 'x', encode(sha256('x'), 'hex'), '{}')",
                review,
                "no part in the discussion");
        refusedByTable(
                "insert into review.question values (:id, :review, 'TRIAGE', 1, 'priya.raman', now(), 'x')",
                review,
                "asks no question");
        assertThat(database.sql("select review.interested(:contract, 'priya.raman')")
                        .param("contract", review.contract().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_condition_of_the_account_owner_goes_over_with_the_contract() throws Exception {
        SignedContract signed = begun.signed(mvc, "tom.lindqvist", true);
        String path = signed.conditionPath();
        assertThat(signed.hands.inbox("tom.lindqvist", "mine")).contains(path);

        assertThat(handOver(signed.hands, signed.contract, "tom.lindqvist", "sofia.marin"))
                .hasStatus3xxRedirection();

        assertThat(signed.hands.inbox("tom.lindqvist", "mine")).doesNotContain(path);
        assertThat(signed.hands.inbox("sofia.marin", "mine")).contains(path);
        assertThat(signed.hands.page("sofia.marin", path)).contains("Sofia Marin");
        Map<String, String> report = Map.of("evidence", "The feature is switched off.");
        assertThat(signed.hands.post("tom.lindqvist", path + "/report", report)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(signed.hands.post("sofia.marin", path + "/report", report)).hasStatus3xxRedirection();
    }

    private static Actor selling(String username, Role further) {
        return new Actor(username, username, Set.of(Role.SUBMITTER, further));
    }

    private UUID asked(Begun review) throws Exception {
        review.hands().claim("leo.brandt");
        assertThat(review.hands()
                        .post(
                                "leo.brandt",
                                "/reviews/" + review.review() + "/questions/document-check",
                                Map.of("question", "Is the annex the newest?")))
                .hasStatus3xxRedirection();
        return database.sql("select id from review.question where review_id = :review")
                .param("review", review.review().value())
                .query(UUID.class)
                .single();
    }

    private static MvcTestResult handOver(ReviewHands hands, ContractId contract, String person, String next) {
        return hands.post(
                person,
                "/contracts/" + contract + "/hand-over",
                Map.of("seen", "tom.lindqvist", "owner", next, "reasons", "Another team has it now."));
    }

    /** Past every use case. */
    private void ownedNow(ContractId contract, String person) {
        database.sql(
                        """
                        insert into contract.account_owner
                        select id, (select max(number) + 1 from contract.account_owner where contract_id = id), :person, now(),
                               submitter, 'OWN_DECISION', 'because'
                        from contract.contract where id = :contract""")
                .param("contract", contract.value())
                .param("person", person)
                .update();
    }

    private void paid(Begun review, String person) {
        database.sql("update review.review set account_team = array[:person] where id = :id")
                .param("id", review.review().value())
                .param("person", person)
                .update();
    }

    private void refusedByTable(String sql, Begun review, String why) {
        assertThatThrownBy(() -> database.sql(sql)
                        .param("id", UUID.randomUUID())
                        .param("review", review.review().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }
}
