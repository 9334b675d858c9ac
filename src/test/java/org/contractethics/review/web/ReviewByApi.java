package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.UntouchedReasons;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A T3 review worked off by programs: every step is a call of the API by the person who would do it. */
public final class ReviewByApi {

    static final String OWNER = "tom.lindqvist";

    final ApiCalls api;
    final ContractId contract;
    final String review;
    private final JdbcClient database;
    private final Policy policy;

    private ReviewByApi(ApiCalls api, ContractId contract, String review, JdbcClient database, Policy policy) {
        this.api = api;
        this.contract = contract;
        this.review = review;
        this.database = database;
        this.policy = policy;
    }

    /** A contract of its own, with one document, which was read. */
    static ReviewByApi submitted(ApiCalls api, DocumentStories stories, JdbcClient database, Policy policy) {
        return submittedBy(api, stories, stories.aContract(), database, policy);
    }

    static ReviewByApi submitted(ApiCalls api, ContractId contract, JdbcClient database, Policy policy) {
        Answer opened = api.post(
                OWNER, "/api/contracts/" + contract + "/reviews", Map.of("endUse", "Case handling at the border"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.raw().headers().firstValue("Location"))
                .hasValue("/api/reviews/" + opened.body().path("id").asString());
        return new ReviewByApi(api, contract, opened.body().path("id").asString(), database, policy);
    }

    /** With one document, which was read. */
    static ReviewByApi submittedBy(
            ApiCalls api, DocumentStories stories, ContractId contract, JdbcClient database, Policy policy) {
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        return submitted(api, contract, database, policy);
    }

    /** A contract of Tom's that the panel rejected. */
    public static ContractId rejected(ApiCalls api, DocumentStories stories, JdbcClient database, Policy policy) {
        ContractId contract = stories.aContract();
        ReviewByApi review = submittedBy(api, stories, contract, database, policy);
        review.upToTheVote();
        review.voteAndClose("REJECT");
        review.workOff(
                "decision", "ruth.castillo", Map.of("outcome", "REJECT", "reasons", "No", "rights", List.of("R05")));
        return contract;
    }

    /** The calls for a review that was submitted by a form. */
    static ReviewByApi of(ApiCalls api, Begun begun, JdbcClient database, Policy policy) {
        return new ReviewByApi(api, begun.contract(), begun.review().toString(), database, policy);
    }

    /** The same calls for the review that followed this one. */
    ReviewByApi followedBy(String next) {
        return new ReviewByApi(api, contract, next, database, policy);
    }

    String path() {
        return "/api/reviews/" + review;
    }

    /** The id of the open task of a stage. */
    String task(String stage) {
        return database.sql(
                        """
                        select task_id from workflow.inbox_item
                        where subject_id = cast(:review as uuid) and task_key = :stage and completed_at is null""")
                .param("review", review)
                .param("stage", stage)
                .query(String.class)
                .single();
    }

    void claim(String stage, String person) {
        Answer claimed = api.post(person, "/api/inbox/tasks/" + task(stage) + "/claim", null);
        assertThat(claimed.status()).as(claimed.toString()).isEqualTo(204);
    }

    /** Signs the declaration of interests before a call that does not tell of which stage it is. */
    void declare(String stage, String person) {
        assertThat(api.declare(person, path(), stage)).as("%s declares", person).isTrue();
    }

    Answer send(String person, String step, Object body) {
        return api.change(person, path(), path() + "/" + step, body);
    }

    Answer done(String person, String step, Object body) {
        Answer answer = send(person, step, body);
        assertThat(answer.status()).as(step + " " + answer).isBetween(200, 204);
        return answer;
    }

    Answer workOff(String stage, String person, Object body) {
        claim(stage, person);
        return done(person, "stages/" + stage, body);
    }

    void upToTheVote() {
        workOff("document-check", "priya.raman", documents());
        workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        workOff("triage", "tariq.osman", triage());
        workOff("research", "dana.whitfield", research());
        done("helen.okafor", "consultations", consultation());
        workOff("assessment", "helen.okafor", assessment());
        workOff("mitigation", "priya.raman", mitigation());
    }

    Map<String, Object> documents() {
        String hash = api.get("priya.raman", path())
                .body()
                .path("currentDocumentSetHash")
                .asString();
        return Map.of("seenHash", hash, "confirmed", true, "gaps", "Annex B is missing.");
    }

    static Map<String, Object> triage() {
        return Map.of(
                "sanctions", false,
                "conflict", false,
                "finding", false,
                "record", "DOCUMENTED",
                "band", "LOW",
                "vulnerable", true,
                "gap", false,
                "collective", false);
    }

    static Map<String, Object> research() {
        return Map.of(
                "endUse", "Handles cases of people at the border",
                "intended", "Joins records",
                "unintended", "Could trace families",
                "evidence",
                        List.of(Map.of(
                                "supports",
                                "AGENCY_RECORD",
                                "text",
                                "The agency separated families",
                                "source",
                                Map.of(
                                        "title", "Report of the inspector general",
                                        "publisher", "Office of the Inspector General",
                                        "kind", "OVERSIGHT",
                                        "location", "https://oig.example/reports/18",
                                        "publishedOn", "2026-01-05",
                                        "reliability", "B",
                                        "credibility", "PROBABLE",
                                        "independent", true))));
    }

    static Map<String, Object> consultation() {
        return Map.of(
                "kind", "AFFECTED",
                "consulted", "Two associations of migrants",
                "heldOn", "2026-02-03",
                "manner", "MEETING",
                "said", "Families fear to be traced.",
                "changed", "The scale was raised.");
    }

    Map<String, Object> assessment() {
        Map<String, Boolean> rights = new HashMap<>();
        policy.rights().forEach(right -> rights.put(right.code(), right.code().equals("R05")));
        return Map.of(
                "rights",
                rights,
                "untouchedBecause",
                UntouchedReasons.of(policy),
                "impacts",
                List.of(Map.ofEntries(
                        Map.entry("right", "R05"),
                        Map.entry("kind", "POTENTIAL"),
                        Map.entry("affected", "Migrants at the border"),
                        Map.entry("vulnerableGroups", "Children"),
                        Map.entry("scale", 3),
                        Map.entry("scaleReason", "Detention of days"),
                        Map.entry("scope", 2),
                        Map.entry("scopeReason", "Hundreds a year"),
                        Map.entry("irremediability", 2),
                        Map.entry("irremediabilityReason", "Release and redress"),
                        Map.entry("likelihood", "POSSIBLE"),
                        Map.entry("involvement", "LINKED"),
                        Map.entry("leverage", "SOME"),
                        Map.entry("leverageUse", "The contract ends in a year"),
                        Map.entry("sources", List.of(1)),
                        Map.entry("clauses", "1"))));
    }

    Map<String, Object> mitigation() {
        Map<String, String> safeguards = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        policy.safeguards().forEach(safeguard -> {
            safeguards.put(safeguard.code(), "PRESENT");
            reasons.put(safeguard.code(), "2");
        });
        return Map.of(
                "measures",
                List.of(Map.of(
                        "kind", "CONTRACTUAL",
                        "text", "Audit right",
                        "verification", "Clause 9 is in the signed text",
                        "rights", List.of("R05"))),
                "residuals",
                List.of(Map.of("right", "R05", "scale", 3, "scope", 2, "irremediability", 2, "likelihood", "POSSIBLE")),
                "safeguards",
                safeguards,
                "safeguardReasons",
                reasons);
    }

    List<Drawn> panel() {
        return database.sql("select person, role from review.panel_seat where review_id = cast(:review as uuid)")
                .param("review", review)
                .query((row, number) -> new Drawn(row.getString("person"), row.getString("role")))
                .list();
    }

    static Map<String, Object> vote(Drawn member, String choice) {
        return Map.of(
                "role",
                member.role(),
                "choice",
                choice,
                "rights",
                List.of("R05"),
                "severity",
                "SERIOUS",
                "reasons",
                "Because of " + member.person(),
                "noConflict",
                true);
    }

    void voteAndClose(String outcome) {
        panel().forEach(member -> done(member.person(), "votes", vote(member, outcome)));
        done("ruth.castillo", "vote/close", Map.of());
    }

    static Map<String, Object> decision(String outcome, String conditionOwner) {
        return Map.of(
                "outcome", outcome,
                "reasons", "Detention and family separation weigh; the safeguards hold.",
                "rights", List.of("R05"),
                "expiresOn", LocalDate.now(ZoneOffset.UTC).plusMonths(3).toString(),
                "conditions",
                        List.of(Map.of(
                                "text",
                                "No use for removal",
                                "owner",
                                conditionOwner,
                                "due",
                                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                                "blocking",
                                true,
                                "evidence",
                                "Audit report")));
    }
}
