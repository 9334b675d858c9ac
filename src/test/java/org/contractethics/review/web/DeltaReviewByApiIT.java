package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A delta review through the real process by calls of the API: an annex was added after the approval. */
@IntegrationTest
class DeltaReviewByApiIT {

    private final ApiCalls api;
    private final Reviews reviews;
    private final DocumentStories stories;
    private final JdbcClient database;
    private final Policy policy;

    @Autowired
    DeltaReviewByApiIT(
            Environment settings,
            Reviews reviews,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        this.api = new ApiCalls(settings);
        this.reviews = reviews;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
        this.policy = policy;
    }

    @Test
    void an_added_annex_is_checked_and_mitigated_and_the_rest_is_carried_over_until_it_is_reopened() {
        ReviewByApi delta = afterAnAnnex();
        delta.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        delta.workOff("document-check", "priya.raman", delta.documents());
        delta.workOff("triage", "tariq.osman", ReviewByApi.triage());
        assertThat(delta.task("mitigation")).isNotEmpty();

        Answer carried = api.get("dana.whitfield", delta.path() + "/carried-over");
        assertThat(carried.body().at("/changed/0").asString()).isEqualTo("documents");
        assertThat(items(carried)).containsExactly("RESEARCH", "ASSESSMENT");
        assertThat(carried.body().at("/items/0/writtenBy").asString()).isEqualTo("dana.whitfield");
        refusals(delta, carried.body().at("/items/0/id").asString());

        Answer reopened = api.change(
                "helen.okafor",
                delta.path(),
                delta.path() + "/carried-over/"
                        + carried.body().at("/items/0/id").asString() + "/reopening",
                Map.of("reason", "The annex names another use."));
        assertThat(reopened.status()).as(reopened.toString()).isEqualTo(200);
        assertThat(delta.task("research")).as("the process went back to it").isNotBlank();
    }

    private void refusals(ReviewByApi delta, String research) {
        String path = delta.path() + "/carried-over/" + research + "/reopening";
        Answer unseen = api.post("helen.okafor", path, Map.of("reason", "Because."));
        assertThat(unseen.status()).isEqualTo(428);
        Answer otherStage = api.change("priya.raman", delta.path(), path, Map.of("reason", "Because."));
        assertThat(otherStage.status()).isEqualTo(403);
        Answer noReason = api.change("helen.okafor", delta.path(), path, Map.of("reason", " "));
        assertThat(noReason.status()).isEqualTo(422);
        Answer seller = api.change("tom.lindqvist", delta.path(), path, Map.of("reason", "Because."));
        assertThat(seller.status()).isEqualTo(403);
    }

    private ReviewByApi afterAnAnnex() {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewByApi review = ReviewByApi.submitted(api, contract, database, policy);
        review.upToTheVote();
        review.voteAndClose("CONDITIONAL");
        review.workOff("decision", "ruth.castillo", ReviewByApi.decision("CONDITIONAL", "mona.keller"));
        stories.read(stories.added(contract, "annex.docx", DocumentFixtures.docx("Another clause."))
                .id());
        Answer gate = review.workOff("signature-gate", "leo.brandt", Map.of("same", true));
        assertThat(gate.body().path("result").asString()).isEqualTo("LAPSED");
        return review.followedBy(reviews.latestOf(contract).orElseThrow().id().toString());
    }

    private static List<String> items(Answer carried) {
        return StreamSupport.stream(carried.body().path("items").spliterator(), false)
                .map(item -> item.path("item").asString())
                .toList();
    }
}
