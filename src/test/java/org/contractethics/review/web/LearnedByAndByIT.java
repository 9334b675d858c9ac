package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.TableOwner;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** One contract after the other is held against what was written, each in a transaction of its own, and none is forgotten. */
@IntegrationTest
class LearnedByAndByIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MockMvcTester mvc;
    private final LearnedStories stories;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final String agency = "Border agency of " + UUID.randomUUID();

    private Begun one;
    private Begun other;

    @Autowired
    @SuppressWarnings("NullAway") // triaged before each test
    LearnedByAndByIT(MockMvcTester mvc, LearnedStories stories, TransactionTemplate transaction, JdbcClient database) {
        this.mvc = mvc;
        this.stories = stories;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void twoContractsOfOneAgency() throws Exception {
        stories.byHand();
        one = stories.triaged(mvc, agency, "US");
        other = stories.triaged(mvc, agency, "US");
    }

    @AfterEach
    void byItself() {
        stories.byItself();
    }

    @Test
    void who_writes_waits_for_nobody_who_works_on_one_of_the_contracts() {
        transaction.executeWithoutResult(status -> {
            hold(one);
            hold(other);
            assertThat(CompletableFuture.supplyAsync(this::worse)
                            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .join())
                    .isEqualTo(302);
        });

        assertThat(stories.waiting(one.contract())).isOne();
        assertThat(stories.waiting(other.contract())).isOne();
    }

    @Test
    void what_was_done_stays_done_and_the_rest_is_not_forgotten_where_the_connection_is_lost_in_between() {
        assertThat(worse()).isEqualTo(302);
        ContractId first = first();
        ContractId second = first.equals(one.contract()) ? other.contract() : one.contract();
        CompletableFuture<Void> turn = transaction.execute(status -> {
            hold(second.equals(one.contract()) ? one : other);
            CompletableFuture<Void> running = CompletableFuture.runAsync(stories::weighOnce);
            await().atMost(PATIENCE).until(() -> lostWhileWaiting() == 1);
            await().atMost(PATIENCE).until(running::isDone);
            return running;
        });
        assertThat(turn).isCompleted();

        assertThat(stories.waiting(first)).isZero();
        assertThat(stories.tiersLearned(first)).containsExactly("T4");
        assertThat(stories.waiting(second)).isOne();
        assertThat(stories.tiersLearned(second)).isEmpty();
        stories.weigh(second);
        assertThat(stories.tiersLearned(second)).containsExactly("T4");
        assertThat(stories.tiersLearned(first)).as("once").containsExactly("T4");
    }

    @Test
    void one_that_fails_keeps_no_other_from_its_turn_and_is_tried_again_after_them() {
        String obstacle =
                "create function review.obstacle() returns trigger language plpgsql as 'begin raise exception ''in the way''; end';"
                        + " create trigger an_obstacle before insert on review.learned_since_triage for each row when (new.review_id = '"
                        + one.review() + "') execute function review.obstacle()";
        TableOwner.executes(obstacle);
        try {
            assertThat(worse()).isEqualTo(302);
            stories.weigh(other.contract());
            stories.weighOnce();
            assertThat(stories.waiting(one.contract())).isOne();
            assertThat(stories.count(
                            "select count(*) from review.record_weighing where contract_id = :contract and tried_at is not null",
                            one.contract()))
                    .isOne();
        } finally {
            TableOwner.executes(
                    "drop trigger an_obstacle on review.learned_since_triage; drop function review.obstacle()");
        }

        stories.weigh(one.contract());
        assertThat(stories.tiersLearned(one.contract())).containsExactly("T4");
        assertThat(stories.tiersLearned(other.contract())).containsExactly("T4");
    }

    @Test
    void what_was_taken_back_before_its_turn_raises_nothing_and_holds_nothing_up() {
        assertThat(worse()).isEqualTo(302);
        UUID finding = finding();
        for (String ruling : List.of(
                "insert into screening.finding_withdrawal values (:id, :id, 'The committee took its report back in May.', 'a', now())",
                "insert into screening.withdrawal_ruling values (:id, true, 'It did.', 'b', now())")) {
            database.sql(ruling).param("id", finding).update();
        }

        stories.weigh(one.contract());

        assertThat(stories.tiersLearned(one.contract())).isEmpty();
        assertThat(stories.count(
                        "select count(*) from review.record_weighing where contract_id = :contract and outcome = 'UNASKED'",
                        one.contract()))
                .isOne();
    }

    @Test
    void the_database_keeps_the_list_and_what_came_of_it() {
        assertThat(worse()).isEqualTo(302);
        assertThatThrownBy(() ->
                        change("insert into review.record_weighing (contract_id, record_id, source, words, written_at)"
                                + " values (:contract, gen_random_uuid(), 'x', 'x', now())"))
                .hasMessageContaining("stands in a register");
        assertThatThrownBy(() -> change("delete from review.record_weighing where contract_id = :contract"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> change("update review.record_weighing set words = 'x' where contract_id = :contract"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> change("update review.record_weighing set weighed_at = now(), outcome = 'ASKED',"
                        + " tier_before = 'T3', tier = 'T1' where contract_id = :contract"))
                .hasMessageContaining("record_weighing");
        stories.weigh(one.contract());
        for (String undone : List.of(
                "update review.record_weighing set weighed_at = null, outcome = null, tier_before = null, tier = null"
                        + " where contract_id = :contract",
                "update review.record_weighing set tier = tier_before where contract_id = :contract")) {
            assertThatThrownBy(() -> change(undone)).as(undone).hasMessageContaining("stays as it was");
        }
    }

    @Test
    void the_database_keeps_what_was_learned_and_takes_nothing_that_no_register_holds() {
        assertThat(stories.same(one.contract(), one.hands())).hasStatus3xxRedirection();
        stories.weigh(one.contract());
        UUID finding = finding();

        assertThatThrownBy(() -> learn(UUID.randomUUID(), "T4")).hasMessageContaining("stands in a register");
        assertThatThrownBy(() -> learn(finding, "T1")).hasMessageContaining("learned_since_triage");
        assertThatThrownBy(() -> learn(finding, "T3")).hasMessageContaining("gives a higher tier");
        learn(finding, "T4");
        for (String change : List.of(
                "update review.learned_since_triage set tier = 'T2'",
                "delete from review.learned_since_triage",
                "truncate review.learned_since_triage")) {
            assertThatThrownBy(() -> database.sql(change).update())
                    .as(change)
                    .hasMessageContaining("learned_since_triage");
        }
        assertThatThrownBy(() -> change("update review.review set tier = 'T2' where contract_id = :contract"))
                .as("the floor below which nothing is triaged or approved")
                .hasMessageContaining("higher tier");
    }

    private void learn(UUID record, String tier) {
        database.sql("insert into review.learned_since_triage values (:review, 1, :record, :tier, now())")
                .param("review", one.review().value())
                .param("record", record)
                .param("tier", tier)
                .update();
    }

    private UUID finding() {
        return database.sql("select id from screening.agency_finding where agency = :agency")
                .param("agency", agency)
                .query(UUID.class)
                .single();
    }

    private int worse() {
        return stories.worse(one.contract(), one.hands()).getResponse().getStatus();
    }

    private void change(String sql) {
        database.sql(sql).param("contract", one.contract().value()).update();
    }

    private void hold(Begun review) {
        database.sql("select 1 from contract.contract where id = :id for no key update")
                .param("id", review.contract().value())
                .query(Integer.class)
                .single();
    }

    private ContractId first() {
        return database.sql(
                        "select contract_id from review.record_weighing where contract_id in (:one, :other) order by number"
                                + " limit 1")
                .param("one", one.contract().value())
                .param("other", other.contract().value())
                .query((row, number) -> new ContractId(row.getObject("contract_id", UUID.class)))
                .single();
    }

    /** Ends the connection of whoever waits for the contract. */
    private int lostWhileWaiting() {
        return database.sql(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%contract.contract%no key update%'
                        """)
                .query(Integer.class)
                .single();
    }
}
