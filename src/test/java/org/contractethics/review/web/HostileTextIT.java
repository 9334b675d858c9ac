package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Script, quotes, U+0000 and marks that turn the writing round are text wherever people type. */
@IntegrationTest
class HostileTextIT {

    private static final String HOSTILE = "<script>alert(\"1\")</script>'\"&\u202e" + "gnp.exe";
    private static final String ESCAPED =
            "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&quot;&amp;\u202e" + "gnp.exe";

    private static final Pattern TYPED =
            Pattern.compile("<(?:textarea|input class=\"form-control\" type=\"text\")[^>]* name=\"([^\"]+)\"");

    private final MockMvcTester mvc;
    private final Policy policy;
    private final DocumentStories stories;
    private final ReviewSteps steps;

    @Autowired
    HostileTextIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.policy = policy;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void what_is_typed_into_any_form_of_a_review_comes_back_as_text() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        Map<String, Object> intake = new LinkedHashMap<>(Map.of("contract", contract.toString()));
        typed(hands, "tom.lindqvist", "/reviews/new?contract=" + contract, "/reviews/new/check", intake);
        ReviewId review = steps.submit(hands, contract);

        stage(hands, review, Stage.DOCUMENT_CHECK, "priya.raman", with(ReviewSteps.documents(), "gaps"));
        stage(hands, review, Stage.LEGAL_STOP, "leo.brandt", with(ReviewSteps.legal(), "reasons"));
        stage(hands, review, Stage.TRIAGE, "tariq.osman", with(ReviewSteps.triage()));
        stage(
                hands,
                review,
                Stage.RESEARCH,
                "dana.whitfield",
                with(ReviewSteps.research(), "end-use", "laws", "evidence-1-claim", "evidence-1-source"));
        hands.claim("helen.okafor");
        impact(hands, review);
        steps.assess(hands, review);
        stage(
                hands,
                review,
                Stage.MITIGATION,
                "priya.raman",
                with(ReviewSteps.mitigation(), "measure-1-text", "measure-1-verification"));
        String vote = "/reviews/" + review + "/stages/vote";
        String member = hands.drawn(review).get(0).person();
        typed(hands, member, vote, vote + "/check", new LinkedHashMap<>());
        conflict(hands, review, member);
        steps.voteAndClose(hands, review);
        stage(
                hands,
                review,
                Stage.DECISION,
                "ruth.castillo",
                with(ReviewSteps.decision(), "reasons", "condition-1-text", "condition-1-evidence"));

        for (String path : List.of("/contracts/" + contract, "/reviews/" + review + "/record")) {
            assertThat(hands.page("august.lund", path)).contains(ESCAPED).doesNotContain("<script>alert");
        }
    }

    /** The form with hostile text in every field, then the stage worked off with hostile text in some. */
    private void stage(ReviewHands hands, ReviewId review, Stage stage, String person, Map<String, Object> fields)
            throws Exception {
        hands.claim(person);
        String path = "/reviews/" + review + "/stages/" + stage.taskKey();
        typed(hands, person, path, path + "/check", new LinkedHashMap<>(fields));
        hands.send(review, stage.taskKey(), person, fields);
    }

    private static void typed(ReviewHands hands, String person, String form, String check, Map<String, Object> fields)
            throws Exception {
        Set<String> names = new TreeSet<>();
        TYPED.matcher(hands.page(person, form)).results().forEach(match -> names.add(match.group(1)));
        assertThat(names).as(form).isNotEmpty();
        names.forEach(name -> fields.put(name, HOSTILE));
        MvcTestResult answer = hands.post(person, check, fields);
        assertThat(answer.getResponse().getStatus()).as(check).isIn(200, 422);
        String page = answer.getResponse().getContentAsString();
        assertThat(page).doesNotContain("<script>alert");
        assertThat(Pattern.compile(Pattern.quote(ESCAPED))
                        .matcher(page)
                        .results()
                        .count())
                .as("%s: each of %s is shown as text", check, names)
                .isGreaterThanOrEqualTo(names.size());
    }

    private static Map<String, Object> with(Map<String, ?> fields, String... hostile) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        for (String name : hostile) {
            all.put(name, HOSTILE);
        }
        return all;
    }

    private void impact(ReviewHands hands, ReviewId review) throws Exception {
        String path = "/reviews/" + review + "/stages/assessment";
        Map<String, Object> marks = new LinkedHashMap<>();
        typed(hands, "helen.okafor", path + "/rights/R05", path + "/rights/R05", new LinkedHashMap<>());
        String tooLong = HOSTILE + "x".repeat(20_001);
        policy.rights().forEach(right -> marks.put(right.code(), "no"));
        marks.put("consultation", tooLong);
        MvcTestResult answer = hands.post("helen.okafor", path + "/marks", marks);
        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(ESCAPED, "Shorten this")
                .doesNotContain("<script>alert");
        assertThat(Pattern.compile("value=\"no\" checked=\"checked\"")
                        .matcher(answer.getResponse().getContentAsString())
                        .results()
                        .count())
                .as("no mark is lost")
                .isEqualTo(policy.rights().size());
    }

    private static void conflict(ReviewHands hands, ReviewId review, String member) throws Exception {
        String path = "/reviews/" + review + "/conflict";
        MvcTestResult answer = hands.post(member, path, Map.of("stage", "vote", "interest", HOSTILE));
        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose what kind of interest it is.")
                .doesNotContain("<script>alert");
        assertThat(hands.post(member, path, Map.of("stage", HOSTILE, "interest", "SHARES")))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .doesNotContain("<script>alert");
    }
}
