package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;

import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S9, H4, H5 by pages and calls: nobody is shut out of an appeal that others file, nor of the vote of a panel. */
@IntegrationTest
class AppealHeardOnceIT {

    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";
    private static final String VOTES = "ines.duarte";
    private static final String WAITS = "Not everybody who may appeal was heard";
    private static final Map<String, String> CONFIRM = Map.of("choice", "CONFIRM", "reasons", "The panel weighed it.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final OpeningLetters opening;
    private final ApiCalls api;
    private final JdbcClient database;
    private final Policy policy;

    @Autowired
    AppealHeardOnceIT(
            MockMvcTester mvc,
            BegunReviews begun,
            OpeningLetters opening,
            Environment settings,
            JdbcClient database,
            Policy policy) {
        this.mvc = mvc;
        this.begun = begun;
        this.opening = opening;
        this.api = new ApiCalls(settings);
        this.database = database;
        this.policy = policy;
    }

    @Test
    void those_who_dissented_join_by_page_and_by_call_before_anybody_votes_on_the_appeal() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        List<Drawn> members = review.hands().drawn(review.review());
        for (Drawn member : members) {
            String choice = members.indexOf(member) < 3 ? "CONDITIONAL" : "REJECT";
            review.hands().vote(review.review(), member.person(), member.role(), choice);
        }
        assertThat(close(review)).hasStatus3xxRedirection();
        begun.workOff(review.review(), "decision", CHAIR, ReviewSteps.decision());
        assertThat(appeal(review, BOARD, "The board looks at it.")).hasStatus3xxRedirection();
        ReviewByApi calls = ReviewByApi.of(api, review, database, policy);

        assertThat(vote(review)).hasStatus(HttpStatus.CONFLICT).bodyText().contains(WAITS);
        Answer refused = calls.send(VOTES, "stages/appeal/votes", CONFIRM);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.toString()).contains(WAITS);

        String joiner = members.get(3).person();
        assertThat(review.hands().casePage(joiner)).contains("Join the appeal");
        assertThat(review.hands().page(joiner, "/reviews/" + review.review() + "/appeal"))
                .contains("Somebody appealed this decision already");
        assertThat(appeal(review, joiner, "Nobody can check the safeguard.")).hasStatus3xxRedirection();
        Answer joined = calls.send(
                members.get(4).person(), "appeals", Map.of("reasons", "People will be deported.", "concern", ""));
        assertThat(joined.status()).as(joined.toString()).isEqualTo(204);

        assertThat(review.hands().page(VOTES, "/reviews/" + review.review() + "/appeal/vote"))
                .contains("The board looks at it.", "Nobody can check the safeguard.", "People will be deported.");
        assertThat(vote(review)).hasStatus3xxRedirection();
        assertThat(recorded(review, "appeal-joined")).isEqualTo(2);
    }

    @Test
    void the_ombuds_joins_for_an_open_letter_and_whoever_gains_by_the_contract_reads_nothing_of_it() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", CHAIR, ReviewSteps.decision());
        opening.open(aLetter(SigningMode.NAMED, "", review.contract()), NOAH);
        assertThat(appeal(review, BOARD, "The board looks at it.")).hasStatus3xxRedirection();
        assertThat(vote(review)).hasStatus(HttpStatus.CONFLICT).bodyText().contains(WAITS);

        String letter = database.sql("select concern::text from concern.about where contract = :contract")
                .param("contract", review.contract().value())
                .query(String.class)
                .single();
        Map<String, String> form = Map.of("reasons", "Fifty people signed.", "concern", letter);
        String path = "/reviews/" + review.review() + "/appeal";
        assertThat(review.hands().post("olga.petrova", path, form)).hasStatus3xxRedirection();
        assertThat(review.hands().post("olga.petrova", path, form)).hasStatus(HttpStatus.CONFLICT);

        assertThat(vote(review)).hasStatus3xxRedirection();
        assertThat(review.hands().casePage("dana.whitfield")).contains("Fifty people signed.");
        assertThat(review.hands().casePage("tom.lindqvist"))
                .contains("The board looks at it.")
                .doesNotContain("Fifty people signed.");
    }

    @Test
    void the_chair_waits_for_the_alternate_who_came_in() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        List<Drawn> members = review.hands().drawn(review.review());
        Drawn abstains = members.stream()
                .filter(member -> member.role().equals("EMPLOYEE_PANELIST"))
                .findFirst()
                .orElseThrow();
        for (Drawn member : members) {
            String choice = member.equals(abstains) ? "ABSTAIN" : "CONDITIONAL";
            review.hands().vote(review.review(), member.person(), member.role(), choice);
        }
        assertThat(review.hands().post(CHAIR, "/reviews/" + review.review() + "/panel/seats", Map.of()))
                .hasStatus3xxRedirection();

        assertThat(close(review)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Still to come: ", " until ");
        assertThat(recorded(review, "quorum-missed")).isZero();
    }

    private MvcTestResult close(Begun review) {
        return review.hands().post(CHAIR, "/reviews/" + review.review() + "/vote/close", Map.of());
    }

    private MvcTestResult appeal(Begun review, String person, String reasons) {
        return review.hands().post(person, "/reviews/" + review.review() + "/appeal", Map.of("reasons", reasons));
    }

    private MvcTestResult vote(Begun review) {
        return review.hands().post(VOTES, "/reviews/" + review.review() + "/appeal/vote", CONFIRM);
    }

    private int recorded(Begun review, String kind) {
        return database.sql("select count(*) from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", review.contract().value())
                .query(Integer.class)
                .single();
    }
}
