package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.precedent.Precedent;
import org.contractethics.review.internal.precedent.Precedents;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S9 on the whole application: ballots of the board committee, its ruling, and what was open at the gate. */
@IntegrationTest
class AppealFlowIT {

    private final MockMvcTester mvc;
    private final StageTasks tasks;
    private final JdbcClient database;
    private final ConcernMeasures measures;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final ReviewCases cases;
    private final Precedents precedents;

    @Autowired
    AppealFlowIT(
            MockMvcTester mvc,
            StageTasks tasks,
            JdbcClient database,
            ConcernMeasures measures,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ReviewCases cases,
            Precedents precedents) {
        this.cases = cases;
        this.precedents = precedents;
        this.mvc = mvc;
        this.tasks = tasks;
        this.database = database;
        this.measures = measures;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void two_members_vote_by_name_and_without_a_majority_the_case_goes_back() throws Exception {
        ContractId contract = aContract();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = voted(hands, contract, "REJECT");
        hands.workOff(
                review, "decision", "ruth.castillo", Map.of("reasons", "Detention weighs.", "rights", List.of("R05")));
        assertThat(hands.post("lena.hoffman", "/reviews/" + review + "/appeal", Map.of("reasons", "Misread")))
                .hasStatus3xxRedirection();
        String ballot = "/reviews/" + review + "/appeal/vote";
        assertThat(hands.page("ines.duarte", ballot)).contains("Changed to", "Only where you vote to change");
        assertThat(hands.post("ines.duarte", ballot, Map.of("choice", "CHANGE", "reasons", "The safeguard holds.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose what the decision is changed to.", "The safeguard holds.");
        assertThat(hands.post(
                        "ines.duarte",
                        ballot,
                        Map.of("choice", "CHANGE", "outcome", "CONDITIONAL", "reasons", "The safeguard holds.")))
                .hasStatus3xxRedirection();

        hands.claim("george.tan");
        assertThat(hands.page("george.tan", "/reviews/" + review + "/stages/appeal"))
                .contains("at least two have to vote", "Change the decision to: ");
        hands.send(review, "appeal", "george.tan", Map.of("result", "RETURN", "reasons", "One against one."));

        assertThat(tasks.open(review)).extracting(StageTasks.StageTask::stage).containsExactly(Stage.CLARIFICATION);
    }

    @Test
    void a_question_asked_at_the_gate_ends_when_the_approval_is_appealed() throws Exception {
        ContractId contract = aContract();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = voted(hands, contract, "CONDITIONAL");
        hands.workOff(review, "decision", "ruth.castillo", ReviewSteps.decision());
        hands.claim("leo.brandt");
        assertThat(hands.post(
                        "leo.brandt",
                        "/reviews/" + review + "/questions/signature-gate",
                        Map.of("question", "Which annex was signed?")))
                .hasStatus3xxRedirection();

        assertThat(hands.post("george.tan", "/reviews/" + review + "/appeal", Map.of("reasons", "Too early")))
                .hasStatus3xxRedirection();

        assertThat(tasks.open(review)).extracting(StageTasks.StageTask::stage).containsExactly(Stage.APPEAL);
        assertThat(database.sql("select closed_as from review.question where review_id = :review")
                        .param("review", review.value())
                        .query(String.class)
                        .list())
                .containsExactly("STAGE_DONE");
    }

    @Test
    void a_changed_decision_waits_for_the_hearing_and_answers_each_open_concern() throws Exception {
        ContractId contract = aContract();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = voted(hands, contract, "REJECT");
        hands.workOff(
                review, "decision", "ruth.castillo", Map.of("reasons", "Detention weighs.", "rights", List.of("R05")));
        assertThat(hands.post("lena.hoffman", "/reviews/" + review + "/appeal", Map.of("reasons", "Misread")))
                .hasStatus3xxRedirection();
        assertThat(hands.post(
                        "ines.duarte",
                        "/reviews/" + review + "/appeal/vote",
                        Map.of("choice", "CHANGE", "outcome", "CONDITIONAL", "reasons", "The safeguard holds.")))
                .hasStatus3xxRedirection();
        hands.claim("george.tan");
        String path = "/reviews/" + review + "/stages/appeal";
        Map<String, Object> change = new LinkedHashMap<>(ReviewSteps.decision());
        change.putAll(Map.of("result", "CHANGE", "outcome", "CONDITIONAL"));
        change.putIfAbsent(
                "expires-on", LocalDate.now(ZoneOffset.UTC).plusDays(90).toString());
        ConcernId signatures = new ConcernId(UUID.randomUUID());
        measures.hearing(contract, signatures, "Twenty-five people signed.");
        assertThat(hands.post("george.tan", path, change))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("has to hear those who signed");
        assertThat(hands.post(
                        "ruth.castillo",
                        "/contracts/" + contract + "/hearings/" + signatures,
                        Map.of("account", "Two speakers.", "tier", "It stays.")))
                .hasStatus3xxRedirection();
        ConcernHands.sent(hands.post(
                "erin.walsh",
                "/concerns",
                ConcernHands.form(UUID.randomUUID().toString(), Map.of("contract", contract.toString()))));
        Matcher field = Pattern.compile("name=\"(concern-[^\"]+)\"").matcher(hands.page("george.tan", path));
        assertThat(field.find()).as("a field to answer the concern in").isTrue();
        assertThat(hands.post("george.tan", path, change))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Answer the open concern about: ");

        change.put(field.group(1), "The safeguards forbid that use.");
        assertThat(hands.post("george.tan", path, change)).hasStatus3xxRedirection();

        assertThat(database.sql(
                                "select w.answer from review.concern_weighed w join review.decision d on d.id = w.decision_id"
                                        + " where d.review_id = :review")
                        .param("review", review.value())
                        .query(String.class)
                        .list())
                .containsExactly("The safeguards forbid that use.");
        assertThat(precedents(review)).singleElement().satisfies(precedent -> {
            assertThat(precedent.outcome()).isEqualTo("Approve with conditions");
            assertThat(precedent.standing()).containsExactly("Changed on appeal from: Reject");
        });
    }

    /** What whoever reviews a like contract sees of the decisions of this review. */
    private List<Precedent> precedents(ReviewId review) throws Exception {
        ContractId like = aContract();
        ReviewId beside = steps.submit(steps.hands(mvc, like), like);
        Actor dana = new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER));
        return precedents.of(cases.get(beside), List.of("R05"), dana).stream()
                .filter(precedent -> precedent.review().equals(review))
                .toList();
    }

    private ReviewId voted(ReviewHands hands, ContractId contract, String choice) throws Exception {
        ReviewId review = steps.submit(hands, contract);
        steps.upToTheVote(hands, review);
        steps.voteAndClose(hands, review, choice);
        return review;
    }

    private ContractId aContract() {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        return contract;
    }
}
