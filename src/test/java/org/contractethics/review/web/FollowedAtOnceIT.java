package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What follows a signature happens once, whoever sends it in the same instant, and stands in the record once. */
@IntegrationTest
class FollowedAtOnceIT {

    private static final Map<String, String> MET = Map.of("result", "MET", "ruling-reasons", "Seen by the auditor.");
    private static final Map<String, String> RESTRICTION = Map.of(
            "cause", "other", "restriction", "No queries by field offices", "reasons", "Families are traced now.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final AtOnce atOnce;
    private final JdbcClient database;
    private SignedContract signed;

    @Autowired
    @SuppressWarnings("NullAway.Init") // signed before each test
    FollowedAtOnceIT(MockMvcTester mvc, BegunReviews begun, AtOnce atOnce, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.atOnce = atOnce;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signedOnTwo(mvc, "paul.nguyen", false);
    }

    @Test
    void evidence_is_reported_once_and_accepted_or_waived_once() throws Exception {
        String path = signed.conditionPath();
        Callable<MvcTestResult> report =
                () -> signed.hands.post("paul.nguyen", path + "/report", Map.of("evidence", "Audit of May."));
        onlyOne(atOnce.all(List.of(report, report)));
        assertThat(recorded("'condition-reported'")).isOne();
        signed.claimOn(path, "mona.keller");

        Callable<MvcTestResult> rule = () -> signed.hands.post("mona.keller", path + "/ruling", MET);
        Callable<MvcTestResult> waive =
                () -> signed.hands.post("ruth.castillo", path + "/waiver", Map.of("waiver-reasons", "The use ended."));
        onlyOne(atOnce.all(List.of(rule, rule, waive, waive)));

        assertThat(recorded("'condition-met', 'condition-waived'")).isOne();
    }

    @Test
    void a_suspension_review_is_opened_once_and_services_are_restricted_once() throws Exception {
        String contract = "/contracts/" + signed.contract;
        onlyOne(atOnce.all(List.of("ruth.castillo", "george.tan", "ruth.castillo").stream()
                .<Callable<MvcTestResult>>map(person -> () ->
                        signed.hands.post(person, contract + "/suspension", Map.of("reason", "Misuse is proven.")))
                .toList()));
        assertThat(recorded("'suspension-review-opened'")).isOne();

        Callable<MvcTestResult> restrict =
                () -> signed.hands.post("ruth.castillo", contract + "/interim-measure", RESTRICTION);
        onlyOne(atOnce.all(List.of(restrict, restrict)));

        assertThat(recorded("'interim-measure-imposed'")).isOne();
        assertThat(recorded("'suspension-review-opened'")).isOne();
    }

    private static void onlyOne(List<MvcTestResult> answers) {
        assertThat(answers)
                .extracting(answer -> answer.getResponse().getStatus())
                .containsOnlyOnce(HttpStatus.FOUND.value());
        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() != HttpStatus.FOUND.value())
                .allSatisfy(answer -> assertThat(answer).hasStatus(HttpStatus.CONFLICT));
    }

    private int recorded(String kinds) {
        return database.sql("select count(*) from record.entry where kind in (" + kinds + ") and contract = :contract")
                .param("contract", signed.contract.value())
                .query(Integer.class)
                .single();
    }
}
