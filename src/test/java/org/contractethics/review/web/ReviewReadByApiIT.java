package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Programs read of a review what people read on its page, and no sealed vote (H4). */
@IntegrationTest
class ReviewReadByApiIT {

    private final ReviewByApi review;

    @Autowired
    ReviewReadByApiIT(
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        DocumentStories stories = new DocumentStories(registering, uploading, documents);
        review = ReviewByApi.submitted(new ApiCalls(settings), stories, database, policy);
    }

    @Test
    void what_each_stage_found_is_read_and_votes_only_once_they_were_opened() {
        assertThat(read("priya.raman").path("triage").isNull()).isTrue();
        review.upToTheVote();
        JsonNode before = read("priya.raman");
        assessed(before);
        List<Drawn> panel = review.panel();
        Drawn dissenter = panel.get(0);
        panel.forEach(member -> review.done(
                member.person(),
                "votes",
                ReviewByApi.vote(member, member.equals(dissenter) ? "CONDITIONAL" : "REJECT")));

        JsonNode sealed = read(dissenter.person());
        assertThat(sealed).isEqualTo(before);
        assertThat(sealed.path("openedVotes").isEmpty()).isTrue();
        assertThat(sealed.toString()).doesNotContain("Because of " + dissenter.person());

        review.done("ruth.castillo", "vote/close", Map.of());
        opened(read("priya.raman"), dissenter, panel.size());
        review.workOff(
                "decision", "ruth.castillo", Map.of("outcome", "REJECT", "reasons", "No", "rights", List.of("R05")));
        decided(read("priya.raman").at("/decisions/0"), dissenter);
        listed();
    }

    private void listed() {
        String reviews = "/api/contracts/" + review.contract + "/reviews";
        Answer listed = review.api.get("priya.raman", reviews);
        assertThat(listed.body()).as(listed.toString()).hasSize(1);
        assertThat(listed.body().at("/0/id").asString()).isEqualTo(review.review);
        assertThat(listed.body().at("/0/outcome").asString()).isEqualTo("REJECT");
        assertThat(review.api.get("erin.walsh", reviews).status()).isEqualTo(404);
        assertThat(review.api
                        .get("priya.raman", "/api/contracts/" + UUID.randomUUID() + "/reviews")
                        .status())
                .isEqualTo(404);
    }

    private static void assessed(JsonNode review) {
        assertThat(review.at("/triage/inputs/agencyRecord").asString()).isEqualTo("DOCUMENTED");
        assertThat(review.at("/triage/matched").isEmpty()).isFalse();
        assertThat(review.at("/triage/policyVersion").asInt()).isPositive();
        assertThat(review.at("/assessment/untouched").size()).isEqualTo(42);
        JsonNode impact = review.at("/assessment/impacts/0");
        assertThat(impact.path("right").asString()).isEqualTo("R05");
        assertThat(impact.at("/scale/value").asInt()).isEqualTo(3);
        assertThat(impact.at("/scope/reason").asString()).isEqualTo("Hundreds a year");
        assertThat(impact.path("severity").asString()).isEqualTo("SERIOUS");
    }

    private static void opened(JsonNode review, Drawn dissenter, int members) {
        assertThat(review.at("/openedVotes/0/carried").asString()).isEqualTo("REJECT");
        JsonNode votes = review.at("/openedVotes/0/votes");
        assertThat(votes.size()).isEqualTo(members);
        assertThat(votes.valueStream()
                        .filter(vote -> vote.path("voter").asString().equals(dissenter.person()))
                        .map(vote -> vote.path("reasons").asString()))
                .containsExactly("Because of " + dissenter.person());
    }

    private static void decided(JsonNode decision, Drawn dissenter) {
        assertThat(decision.path("dissents").asInt()).isEqualTo(1);
        assertThat(decision.at("/dissentingOpinions/0/voter").asString()).isEqualTo(dissenter.person());
        assertThat(decision.at("/dissentingOpinions/0/reasons").asString())
                .isEqualTo("Because of " + dissenter.person());
        assertThat(decision.at("/tables/rows/0/right").asString()).isEqualTo("R05");
        assertThat(decision.at("/tables/rows/0/inputs/residualSeverity").asString())
                .isEqualTo("SERIOUS");
        assertThat(decision.at("/tables/rows/0/rule").asString()).isNotEmpty();
        assertThat(decision.at("/tables/safeguards").isEmpty()).isFalse();
    }

    @Test
    void whoever_may_not_read_the_facts_of_the_contract_reads_no_review() {
        Answer foreign = review.api.get("erin.walsh", review.path());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void where_a_review_stands_is_read_with_the_way_it_came_by_whoever_reads_the_review() {
        review.upToTheVote();
        String position = review.path() + "/position";

        JsonNode now = review.api.get("priya.raman", position).body();

        assertThat(now.path("steps")
                        .valueStream()
                        .map(step -> step.path("code").asString() + " "
                                + step.path("state").asString()))
                .contains("S2 DONE", "S4 DONE", "S7 DONE", "S8 CURRENT");
        assertThat(now.path("elements").valueStream().map(element -> element.path("state")
                        .asString()))
                .contains("PASSED", "DONE", "CURRENT");
        assertThat(now.path("version").asInt()).isPositive();
        assertThat(review.api.get("erin.walsh", position).status()).isEqualTo(404);
        assertThat(review.api
                        .get("priya.raman", "/api/reviews/" + UUID.randomUUID() + "/position")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode read(String person) {
        return review.api.get(person, review.path()).body();
    }
}
