package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;

import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the votes of a panel are worth after they were cast: at the decision, and while an approval can be appealed (H2, H3, S9). */
@IntegrationTest
class AppealPeriodAtGateIT {

    private static final String WAITS = "The signature waits.";
    private static final String APPEALABLE = "can still be appealed";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final OpeningLetters opening;
    private final JdbcClient database;

    @Autowired
    AppealPeriodAtGateIT(MockMvcTester mvc, BegunReviews begun, OpeningLetters opening, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.opening = opening;
        this.database = database;
    }

    @Test
    void with_two_dissents_the_gate_says_until_when_it_waits_and_the_case_page_says_it_too() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        List<Drawn> members = voted(review);
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());

        assertThat(review.hands().casePage("dana.whitfield")).contains(WAITS, APPEALABLE);
        Map<String, Object> fields = claimed(review);
        refusedAtGate(review, fields);
        assertThat(appeal(review, members.get(3).person())).isEqualTo(HttpStatus.FOUND.value());
        refusedAtGate(review, fields);

        assertThat(appeal(review, members.get(4).person())).isEqualTo(HttpStatus.FOUND.value());
        assertThat(review.hands().casePage("dana.whitfield"))
                .contains("Waits for the board committee")
                .doesNotContain(WAITS);
    }

    @Test
    void an_open_letter_holds_the_gate_in_the_tables_too_and_whoever_gains_by_the_contract_reads_nothing_of_it()
            throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        assertThat(review.hands().casePage("dana.whitfield")).doesNotContain(WAITS);
        assertThat(appealableInTables(review)).isFalse();

        opening.open(aLetter(SigningMode.NAMED, "", review.contract()), NOAH);

        refusedAtGate(review, claimed(review));
        assertThat(appealableInTables(review)).isTrue();
        assertThat(review.hands().casePage("dana.whitfield")).contains(WAITS, APPEALABLE);
        assertThat(review.hands().casePage("tom.lindqvist")).doesNotContain(WAITS, APPEALABLE);
    }

    @Test
    void where_somebody_stepped_back_since_the_form_of_the_decision_says_what_is_missing_and_returns()
            throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review());
        stepsBack(review, review.hands().drawn(review.review()).get(0).person());
        review.hands().claim("ruth.castillo");

        assertThat(review.hands().page("ruth.castillo", "/reviews/" + review.review() + "/stages/decision"))
                .contains("Decision: Return", "their vote does not count (H2)", "1 valid vote", "Return the contract");
        review.hands()
                .send(
                        review.review(),
                        "decision",
                        "ruth.castillo",
                        Map.of("reasons", "The vote holds no longer.", "question", "Nothing new is asked."));
        assertThat(database.sql("select outcome from review.decision where review_id = :review")
                        .param("review", review.review().value())
                        .query(String.class)
                        .list())
                .containsExactly("RETURN");
    }

    @Test
    void a_dissent_of_somebody_who_stepped_back_says_so_on_the_page() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        String dissenter = begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        assertThat(review.hands().casePage("august.lund")).doesNotContain("Written before they declared");

        stepsBack(review, dissenter);

        assertThat(review.hands().casePage("august.lund")).contains("Written before they declared a conflict");
    }

    /** Three for the approval, the last two against it. */
    private List<Drawn> voted(Begun review) throws Exception {
        List<Drawn> members = review.hands().drawn(review.review());
        for (Drawn member : members) {
            String choice = members.indexOf(member) < 3 ? "CONDITIONAL" : "REJECT";
            review.hands().vote(review.review(), member.person(), member.role(), choice);
        }
        assertThat(review.hands().post("ruth.castillo", "/reviews/" + review.review() + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
        return members;
    }

    /** Legal claimed the gate and brought copies. */
    private Map<String, Object> claimed(Begun review) throws Exception {
        review.hands().claim("leo.brandt");
        return review.hands().executed(review.review(), "leo.brandt");
    }

    private void refusedAtGate(Begun review, Map<String, Object> fields) throws Exception {
        String gate = "/reviews/" + review.review() + "/stages/signature-gate";
        assertThat(review.hands().page("leo.brandt", gate)).contains("Held", APPEALABLE);
        assertThat(review.hands().post("leo.brandt", gate, fields))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(APPEALABLE);
    }

    private int appeal(Begun review, String person) {
        return review.hands()
                .post(person, "/reviews/" + review.review() + "/appeal", Map.of("reasons", "People will be deported."))
                .getResponse()
                .getStatus();
    }

    private boolean appealableInTables(Begun review) {
        return database.sql("select review.may_still_be_appealed(d) from review.decision d where review_id = :review")
                .param("review", review.review().value())
                .query(Boolean.class)
                .single();
    }

    private void stepsBack(Begun review, String person) {
        database.sql("insert into review.recusal (id, review_id, person, stage, interest, declared_at)"
                        + " values (gen_random_uuid(), :id, :person, 'VOTE', 'SHARES', now())")
                .param("id", review.review().value())
                .param("person", person)
                .update();
    }
}
