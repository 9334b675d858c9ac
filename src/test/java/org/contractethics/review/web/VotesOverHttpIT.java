package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The five members of a panel send their votes in the same instant, through security, pages, use case, record and database: none
 * is lost, nobody gets an error. A few rounds in each build; the long run is {@code -Dvotes.rounds=100}.
 */
@IntegrationTest
class VotesOverHttpIT {

    private static final int ROUNDS = Integer.getInteger("votes.rounds", 3);

    /** The first rounds of a fresh application compile its code; their times say nothing. */
    private static final int WARM_UP = 5;

    private static final long LIMIT_MILLIS = 100;

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final JdbcClient jdbc;

    @Autowired
    VotesOverHttpIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.jdbc = jdbc;
    }

    @Test
    void five_members_voting_in_the_same_instant_lose_no_vote_and_get_no_error() throws Exception {
        boolean measured = ROUNDS > WARM_UP;
        int rounds = measured ? ROUNDS + WARM_UP : ROUNDS;
        List<Long> nanos = new ArrayList<>();
        int kept = 0;
        for (int round = 0; round < rounds; round++) {
            ContractId contract = stories.aContract();
            stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                    .id());
            ReviewHands hands = steps.hands(mvc, contract);
            ReviewId review = steps.submit(hands, contract);
            steps.upToTheVote(hands, review);
            List<Long> times = voteAtOnce(hands, review);
            assertThat(stored(review)).as("votes kept of round " + round).isEqualTo(5);
            if (!measured || round >= WARM_UP) {
                nanos.addAll(times);
                kept += stored(review);
            }
        }
        Collections.sort(nanos);
        long p95 = TimeUnit.NANOSECONDS.toMillis(nanos.get((int) Math.ceil(nanos.size() * 0.95) - 1));
        System.out.printf(
                "votes over HTTP: %d rounds, %d votes kept, 0 errors, accept p50 %d ms, p95 %d ms, slowest %d ms%n",
                ROUNDS,
                kept,
                TimeUnit.NANOSECONDS.toMillis(nanos.get(nanos.size() / 2)),
                p95,
                TimeUnit.NANOSECONDS.toMillis(nanos.get(nanos.size() - 1)));
        if (measured) {
            assertThat(p95).as("p95 of accepting a vote, in milliseconds").isLessThanOrEqualTo(LIMIT_MILLIS);
        }
    }

    private List<Long> voteAtOnce(ReviewHands hands, ReviewId review) throws Exception {
        List<Drawn> members = hands.drawn(review);
        ExecutorService threads = Executors.newFixedThreadPool(members.size());
        CyclicBarrier start = new CyclicBarrier(members.size());
        List<Future<Long>> votes = members.stream()
                .map(member -> threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return vote(hands, review, member);
                }))
                .toList();
        List<Long> nanos = new ArrayList<>();
        for (Future<Long> vote : votes) {
            nanos.add(vote.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();
        return nanos;
    }

    private static long vote(ReviewHands hands, ReviewId review, Drawn member) {
        long begun = System.nanoTime();
        MvcTestResult answer = hands.post(
                member.person(),
                "/reviews/" + review + "/stages/vote",
                Map.of(
                        "choice",
                        "CONDITIONAL",
                        "role",
                        member.role(),
                        "rights",
                        List.of("R05"),
                        "severity",
                        "SERIOUS",
                        "reasons",
                        "Because of " + member.person()));
        long took = System.nanoTime() - begun;
        assertThat(answer).as("vote of " + member.person()).hasStatus3xxRedirection();
        return took;
    }

    private int stored(ReviewId review) {
        return jdbc.sql("select count(*) from review.vote where review_id = :review")
                .param("review", review.value())
                .query(Integer.class)
                .single();
    }
}
