package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.UntouchedReasons;
import org.contractethics.policy.Policy;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.review.Reviews;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The steps of a T3 review, each by the person who would do it. */
public class ReviewSteps {

    private static final Policy PACKED = EvaluatedPolicy.packed();

    static final String OWNER = "tom.lindqvist";

    private final Reviews reviews;
    private final Policy policy;

    ReviewSteps(Reviews reviews, Policy policy) {
        this.reviews = reviews;
        this.policy = policy;
    }

    /** Hands that go the way of these steps. */
    ReviewHands hands(MockMvcTester mvc, ContractId contract) {
        return new ReviewHands(mvc, contract);
    }

    final Policy policy() {
        return policy;
    }

    final ReviewId latest(ContractId contract) {
        return reviews.latestOf(contract).orElseThrow().id();
    }

    final ReviewId submit(ReviewHands hands, ContractId contract) throws Exception {
        return submit(hands, contract, "");
    }

    /** @param paid account names of who is paid by the contract, besides its owner */
    ReviewId submit(ReviewHands hands, ContractId contract, String paid) throws Exception {
        Map<String, String> intake = intake(contract, paid);
        assertThat(hands.casePage(OWNER)).contains("/reviews/new?contract=");
        hands.page(OWNER, "/reviews/new?contract=" + contract);
        assertThat(hands.post(OWNER, "/reviews/new/check", intake)).hasStatusOk();
        assertThat(hands.post(OWNER, "/reviews", intake)).hasStatus3xxRedirection();
        return latest(contract);
    }

    static Map<String, String> intake(ContractId contract, String paid) {
        return Map.of("contract", contract.toString(), "end-use", "Case handling at the border", "account-team", paid);
    }

    final void upToTheVote(ReviewHands hands, ReviewId review) throws Exception {
        upToTheVote(hands, review, mitigation());
    }

    final void upToTheVote(ReviewHands hands, ReviewId review, Map<String, String> mitigation) throws Exception {
        upToResearch(hands, review);
        hands.workOff(review, "research", "dana.whitfield", research());
        hands.claim("helen.okafor");
        assess(hands, review);
        hands.workOff(review, "mitigation", "priya.raman", mitigation);
    }

    /** Documents, legal stop and triage, in T3. */
    static void upToResearch(ReviewHands hands, ReviewId review) throws Exception {
        hands.workOff(review, "document-check", "priya.raman", documents());
        hands.workOff(review, "legal-stop", "leo.brandt", legal());
        hands.workOff(review, "triage", "tariq.osman", triage());
    }

    public static Map<String, String> documents() {
        return Map.of("confirmed", "yes", "gaps", "Annex B is missing.");
    }

    public static Map<String, String> legal() {
        return Map.of("result", "CLEAR", "reasons", "No embargo.");
    }

    public static Map<String, String> triage() {
        return Map.of(
                "sanctions", "no",
                "conflict", "no",
                "finding", "no",
                "record", "DOCUMENTED",
                "band", "LOW",
                "vulnerable", "yes",
                "gap", "no",
                "collective", "no");
    }

    public static Map<String, String> mitigation() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("measure-1-kind", "CONTRACTUAL");
        fields.put("measure-1-text", "Audit right");
        fields.put("measure-1-verification", "Clause 9 is in the signed text");
        fields.put("measure-1-rights", "R05");
        fields.put("residual-R05-scale", "3");
        fields.put("residual-R05-scope", "2");
        fields.put("residual-R05-irremediability", "2");
        fields.put("residual-R05-likelihood", "POSSIBLE");
        PACKED.safeguards().forEach(safeguard -> {
            fields.put("safeguard-" + safeguard.code(), "PRESENT");
            fields.put("safeguard-" + safeguard.code() + "-reason", "2");
        });
        return fields;
    }

    public static Map<String, String> research() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("end-use", "Handles cases of people at the border");
        fields.put("intended", "Joins records");
        fields.put("unintended", "Could trace families");
        fields.put("evidence-1-supports", "AGENCY_RECORD");
        fields.put("evidence-1-claim", "The agency separated families");
        fields.put("evidence-1-source", "Report of the inspector general");
        fields.put("evidence-1-date", "2026-01-05");
        fields.put("evidence-1-publisher", "Office of the Inspector General");
        fields.put("evidence-1-kind", "OVERSIGHT");
        fields.put("evidence-1-location", "https://oig.example/reports/18");
        fields.put("evidence-1-reliability", "B");
        fields.put("evidence-1-credibility", "PROBABLE");
        fields.put("evidence-1-independent", "yes");
        return fields;
    }

    public static Map<String, String> consultation() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "AFFECTED");
        fields.put("consulted", "Two associations of migrants");
        fields.put("held-on", "2026-02-03");
        fields.put("manner", "MEETING");
        fields.put("said", "Families fear to be traced.");
        fields.put("changed", "The scale was raised.");
        return fields;
    }

    final void assess(ReviewHands hands, ReviewId review) throws Exception {
        assess(hands, review, impact(), "Severity: Serious");
    }

    void assess(ReviewHands hands, ReviewId review, Map<String, String> impact, String severity) throws Exception {
        String path = "/reviews/" + review + "/stages/assessment";
        assertThat(hands.post("helen.okafor", "/reviews/" + review + "/consultations", consultation()))
                .hasStatus3xxRedirection();
        Map<String, String> marks = new LinkedHashMap<>(Map.of("R05", "yes", "then", "rest"));
        marks.putAll(UntouchedReasons.fields(policy));
        marks.put("seen", seen(hands, path));
        assertThat(hands.post("helen.okafor", path + "/marks", marks)).hasStatus3xxRedirection();
        assertThat(hands.post("helen.okafor", path + "/rights/R05", Map.of("affected", "Migrants")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        hands.page("helen.okafor", path + "/rights/R05");
        assertThat(hands.post("helen.okafor", path + "/rights/R05", impact)).hasStatus3xxRedirection();
        Map<String, String> all = new LinkedHashMap<>(marks);
        all.put("seen", seen(hands, path));
        policy.rights().forEach(right -> all.putIfAbsent(right.code(), "no"));
        all.put("then", "check");
        MvcTestResult check = hands.post("helen.okafor", path + "/marks", all);
        assertThat(check).hasStatusOk().bodyText().contains(severity, "42 rights", "#clause-0");
        assertThat(hands.post(
                        "helen.okafor",
                        path,
                        ReviewHands.hidden(check.getResponse().getContentAsString())))
                .hasStatus3xxRedirection();
    }

    /** The version of the draft that the page shows. */
    private static String seen(ReviewHands hands, String path) throws Exception {
        return ReviewHands.hidden(hands.page("helen.okafor", path))
                .getOrDefault("seen", List.of("0"))
                .get(0);
    }

    public static Map<String, String> impact() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "POTENTIAL");
        fields.put("affected", "Migrants at the border");
        fields.put("vulnerable-groups", "Children");
        fields.put("scale", "3");
        fields.put("scale-reason", "Detention of days");
        fields.put("scope", "2");
        fields.put("scope-reason", "Hundreds a year");
        fields.put("irremediability", "2");
        fields.put("irremediability-reason", "Release and redress");
        fields.put("likelihood", "POSSIBLE");
        fields.put("involvement", "LINKED");
        fields.put("leverage", "SOME");
        fields.put("leverage-use", "Terms on use, and audits");
        fields.put("sources", "1");
        fields.put("clauses", "1");
        return fields;
    }

    /** @return who voted against the others */
    final String voteAndClose(ReviewHands hands, ReviewId review) throws Exception {
        return voteAndClose(hands, review, "CONDITIONAL");
    }

    /**
     * Four vote for the outcome, one against.
     *
     * @return who voted against the others
     */
    String voteAndClose(ReviewHands hands, ReviewId review, String outcome) throws Exception {
        List<Drawn> members = hands.drawn(review);
        assertThat(members).hasSize(5);
        for (Drawn member : members.subList(0, 4)) {
            hands.vote(review, member.person(), member.role(), outcome);
        }
        assertThat(hands.page(members.get(0).person(), "/reviews/" + review + "/stages/vote"))
                .contains("You have voted", "4 of 5 valid votes");
        assertThat(hands.post("ruth.castillo", "/reviews/" + review + "/vote/close", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The quorum is not reached");
        Drawn last = members.get(4);
        hands.vote(review, last.person(), last.role(), outcome.equals("REJECT") ? "CONDITIONAL" : "REJECT");
        assertThat(hands.casePage("dana.whitfield"))
                .contains("5 votes are cast. They are sealed.")
                .doesNotContain("Because of");
        assertThat(hands.post("ruth.castillo", "/reviews/" + review + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
        return last.person();
    }

    public static Map<String, Object> decision() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reasons", "Detention and family separation weigh; the safeguards hold.");
        fields.put("rights", List.of("R05"));
        fields.put("expires-on", LocalDate.now(ZoneOffset.UTC).plusMonths(3).toString());
        fields.put("condition-1-text", "No use for removal");
        fields.put("condition-1-owner", "mona.keller");
        fields.put("condition-1-due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        fields.put("condition-1-evidence", "Audit report");
        fields.put("condition-1-blocking", "yes");
        return fields;
    }
}
