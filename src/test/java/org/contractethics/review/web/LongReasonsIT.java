package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.review.Reviews;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever the forms accept fits the record: no vote becomes impossible to close. */
@IntegrationTest
class LongReasonsIT {

    private static final String CHINESE = "\u6a29".repeat(10_000);
    private static final String CONTROLS = "\u0001".repeat(4_999) + "\u0001\"\u0001";

    private final MockMvcTester mvc;
    private final RecordReader record;
    private final DocumentStories stories;
    private final ReviewSteps steps;

    @Autowired
    LongReasonsIT(
            MockMvcTester mvc,
            RecordReader record,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.record = record;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void five_votes_with_the_longest_reasons_are_closed_and_prove_their_commitments() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        steps.upToTheVote(hands, review);
        String vote = "/reviews/" + review + "/stages/vote";
        List<Drawn> members = hands.drawn(review);
        assertThat(hands.post(
                        members.get(0).person(), vote, ballot(members.get(0).role(), CHINESE + "a", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("30,001");

        cast(hands, vote, members.get(0), CHINESE, CHINESE);
        cast(hands, vote, members.get(1), "Cafe\u0301".repeat(4_000), "\u0958".repeat(3_000));
        cast(hands, vote, members.get(2), CHINESE, CHINESE);
        cast(hands, vote, members.get(3), "x" + CONTROLS.substring(3), "");
        cast(hands, vote, members.get(4), CHINESE, CHINESE);
        assertThat(hands.post("ruth.castillo", "/reviews/" + review + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
        Map<String, Object> decision = new LinkedHashMap<>(ReviewSteps.decision());
        decision.put("reasons", CHINESE);
        hands.workOff(review, "decision", "ruth.castillo", decision);

        assertThat(opened(contract)).hasSize(5).allSatisfy(entry -> assertThat(commitment(entry))
                .isIn(commitments(contract)));
    }

    private static void cast(ReviewHands hands, String path, Drawn member, String reasons, String evidence) {
        assertThat(hands.post(member.person(), path, ballot(member.role(), reasons, evidence)))
                .as(member.person())
                .hasStatus3xxRedirection();
    }

    private static Map<String, ?> ballot(String role, String reasons, String evidence) {
        return Map.of(
                "choice",
                "CONDITIONAL",
                "role",
                role,
                "rights",
                List.of("R05"),
                "severity",
                "SERIOUS",
                "reasons",
                reasons,
                "evidence",
                evidence);
    }

    private List<RecordEntry> opened(ContractId contract) {
        return of(contract, "vote-opened");
    }

    private List<String> commitments(ContractId contract) {
        return of(contract, "vote-cast").stream()
                .map(entry -> entry.text("commitment").orElseThrow())
                .toList();
    }

    private List<RecordEntry> of(ContractId contract, String kind) {
        return record.newest(new EntryFilter(kind, null, contract, null, null, null), Long.MAX_VALUE, 100);
    }

    /** As anybody would who has only the record: from the facts of the entry, with no help from the review. */
    private static String commitment(RecordEntry entry) throws Exception {
        List<String> rights =
                entry.list("rights").stream().map(Object::toString).toList();
        return sha256(String.join(
                "\n",
                text(entry, "salt"),
                text(entry, "reviewId"),
                String.valueOf(entry.number("round").orElseThrow()),
                text(entry, "voter"),
                text(entry, "role"),
                text(entry, "outcome"),
                String.join(",", rights),
                text(entry, "severity"),
                sha256(text(entry, "evidence")),
                text(entry, "reasons")));
    }

    private static String text(RecordEntry entry, String fact) {
        return entry.text(fact).orElseThrow();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
