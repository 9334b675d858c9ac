package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.internal.ChangedAccounts;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H1: roles are checked at the claim and at the completion; whoever lost theirs in between is refused, and holds up nobody. */
@IntegrationTest
class RoleTakenMeanwhileIT {

    private static final String HOLDER = "leo.brandt";
    private static final String TYPED = "No embargo stands against it.";
    private static final Map<String, String> CLEAR = Map.of("result", "CLEAR", "reasons", TYPED);

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ApiCalls api;
    private final ChangedAccounts accounts;
    private final PeopleDirectory people;
    private final TaskService tasks;
    private final List<RecurringWork> recurring;
    private final JdbcClient database;
    private final Set<String> changed = new HashSet<>(Set.of(HOLDER));

    @Autowired
    RoleTakenMeanwhileIT(
            MockMvcTester mvc,
            BegunReviews begun,
            Environment settings,
            ChangedAccounts accounts,
            PeopleDirectory people,
            TaskService tasks,
            List<RecurringWork> recurring,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.api = new ApiCalls(settings);
        this.accounts = accounts;
        this.people = people;
        this.tasks = tasks;
        this.recurring = recurring;
        this.database = database;
    }

    @AfterEach
    void restore() {
        accounts.restored();
        List.copyOf(changed).forEach(this::known);
    }

    @Test
    void whoever_lost_the_role_since_the_claim_is_told_the_rule_and_keeps_what_they_typed() throws Exception {
        Begun review = held();
        String form = "/reviews/" + review.review() + "/stages/legal-stop";

        // in the minute in which the answer of the directory from the claim is still known
        accounts.holds(HOLDER, Role.EMPLOYEE, Role.HR_REVIEWER);
        assertThat(review.hands().sent(HOLDER, form, CLEAR))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("This task is for: Legal reviewer.", "(H1)", "What you typed", TYPED);

        accounts.restored();
        known(HOLDER);
        String tag = api.get(HOLDER, "/api/reviews/" + review.review()).tag();
        accounts.holds(HOLDER, Role.EMPLOYEE, Role.HR_REVIEWER);
        Answer call = api.postUndeclared(HOLDER, "/api" + form, CLEAR, "If-Match", tag);
        assertThat(call.status()).as(call.toString()).isEqualTo(403);
        assertThat(call.rule()).isEqualTo("H1");

        assertThatThrownBy(() -> tasks.complete(task(review), Map.of("legalResult", "CLEAR")))
                .hasStackTraceContaining("No stage is passed by a step of the process");
        assertThat(results(review)).isZero();
        freedForOthers(review);
    }

    @Test
    void an_account_that_is_disabled_or_deleted_since_the_claim_completes_nothing() throws Exception {
        Begun review = held();
        String form = "/reviews/" + review.review() + "/stages/legal-stop";

        accounts.disabled(HOLDER);
        assertThat(review.hands().sent(HOLDER, form, CLEAR)).hasStatus(HttpStatus.FORBIDDEN);
        accounts.restored();
        known(HOLDER);
        accounts.deleted(HOLDER);
        assertThat(review.hands().sent(HOLDER, form, CLEAR)).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(results(review)).isZero();
        freedForOthers(review);
    }

    @Test
    void whoever_keeps_their_role_keeps_their_task() throws Exception {
        Begun review = held();
        known(HOLDER);

        released();

        assertThat(holder(review)).containsExactly(HOLDER);
    }

    @Test
    void a_vote_is_not_cast_in_a_role_that_was_taken_away() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        Drawn member = review.hands().drawn(review.review()).stream()
                .filter(drawn -> drawn.role().equals("EMPLOYEE_PANELIST"))
                .findFirst()
                .orElseThrow();
        changed.add(member.person());
        known(member.person());
        accounts.holds(member.person(), Role.EMPLOYEE);

        assertThat(review.hands()
                        .post(
                                member.person(),
                                "/reviews/" + review.review() + "/stages/vote",
                                ReviewHands.ballot(member.person(), member.role(), "CONDITIONAL")))
                .hasStatus(403)
                .bodyText()
                .contains("This task is for: Employee panelist");

        assertThat(count(
                        "select count(*) from review.vote where review_id = :id",
                        review.review().value()))
                .isZero();
    }

    @Test
    void what_follows_a_signature_is_not_ruled_on_by_whoever_left_the_board() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        assertThat(signed.hands.post(
                        "ruth.castillo", "/contracts/" + signed.contract + "/suspension", Map.of("reason", "Misuse.")))
                .hasStatus3xxRedirection();
        UUID id = database.sql("select id from review.suspension_review where contract_id = :id")
                .param("id", signed.contract.value())
                .query(UUID.class)
                .single();
        signed.claimOn("/suspensions/" + id, "ruth.castillo");
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        "/suspensions/" + id + "/proposal",
                        Map.of("outcome", "CONTINUE", "reasons", "It is well.")))
                .hasStatus3xxRedirection();
        signed.claimOn("/suspensions/" + id, "george.tan");
        changed.add("george.tan");
        accounts.holds("george.tan", Role.EMPLOYEE, Role.PANEL_CHAIR);

        assertThat(signed.hands.post(
                        "george.tan",
                        "/suspensions/" + id + "/ruling",
                        Map.of("confirmed", "yes", "ruling-reasons", "Read it.")))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Read it.");
        assertThat(count("select count(*) from review.suspension_review where id = :id and closed_at is null", id))
                .isOne();
    }

    @Test
    void a_condition_does_not_stay_with_an_owner_who_left_and_does_not_come_back_to_them() throws Exception {
        String owner = "paul.nguyen";
        SignedContract signed = begun.signed(mvc, owner, true);
        changed.add(owner);
        accounts.disabled(owner);
        known(owner);

        released();

        assertThat(holder(signed.condition)).isEmpty();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        database.sql("select username from notification.notice where text like 'It is a condition.%'")
                                .query(String.class)
                                .list())
                .contains("mona.keller", "ruth.castillo"));
        String path = signed.conditionPath();
        signed.claimOn(path, "mona.keller");
        assertThat(signed.hands.post("mona.keller", path + "/report", Map.of("evidence", "It is off.")))
                .hasStatus3xxRedirection();
        signed.claimOn(path, "peter.sandoval");
        assertThat(signed.hands.post(
                        "peter.sandoval",
                        path + "/ruling",
                        Map.of("result", "NOT_MET", "ruling-reasons", "Show it.", "seen", 1)))
                .hasStatus3xxRedirection();
        assertThat(holder(signed.condition)).isEmpty();
    }

    private Begun held() throws Exception {
        Begun review = begun.submitted(mvc);
        begun.workOff(review.review(), "document-check", "priya.raman", ReviewSteps.documents());
        review.hands().claim(HOLDER);
        begun.declare(review.review(), "legal-stop", HOLDER);
        return review;
    }

    private void freedForOthers(Begun review) throws Exception {
        released();

        assertThat(holder(review)).isEmpty();
        assertThat(count(
                        "select count(*) from record.entry where kind = 'task-taken-back' and contract = :id",
                        review.contract().value()))
                .isOne();
        review.hands().workOff(review.review(), "legal-stop", "priya.raman", CLEAR);
        assertThat(results(review)).isOne();
    }

    private void released() {
        recurring.stream()
                .filter(work -> work.getClass().getSimpleName().equals("ReleasingTasks"))
                .forEach(RecurringWork::run);
    }

    /** Has the directory remember the account as it is now, for a minute. */
    private void known(String account) {
        assertThat(people.rolesNow(account)).isPresent();
    }

    private String task(Begun review) {
        return task(review.review().value());
    }

    private String task(UUID subject) {
        return database.sql("select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", subject)
                .query(String.class)
                .single();
    }

    private List<String> holder(Begun review) {
        return holder(review.review().value());
    }

    private List<String> holder(UUID subject) {
        return database.sql("select assignee from workflow.inbox_item where subject_id = :id and completed_at is null"
                        + " and assignee is not null")
                .param("id", subject)
                .query(String.class)
                .list();
    }

    private int results(Begun review) {
        return count(
                "select count(*) from review.stage_result where review_id = :id and stage = 'LEGAL_STOP'",
                review.review().value());
    }

    private int count(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Integer.class).single();
    }
}
