package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxFilter.Due;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The views of the work list on the real database; everything is rolled back. */
@IntegrationTest
@Transactional
class WorkListIT {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final InboxItems items;
    private final String mark = UUID.randomUUID().toString();
    private final Actor priya = new Actor("priya-" + mark, "Priya", Set.of(Role.LEGAL_REVIEWER, Role.EMPLOYEE));
    private final Actor olga = new Actor("olga-" + mark, "Olga", Set.of(Role.OMBUDS));
    private final UUID legal = UUID.randomUUID();
    private final UUID triage = UUID.randomUUID();
    private final UUID late = UUID.randomUUID();
    private final UUID vote = UUID.randomUUID();
    private final UUID concern = UUID.randomUUID();
    private Set<String> covered = Set.of();

    @Autowired
    WorkListIT(JdbcInboxItems items) {
        this.items = items;
    }

    @BeforeEach
    void fillTheList() {
        items.opened(review(legal, "legal-stop", Role.LEGAL_REVIEWER, NOW.plusSeconds(3600), null));
        items.opened(review(triage, "triage", Role.TRIAGE_OFFICER, NOW.plusSeconds(7200), null));
        items.opened(review(late, "mitigation", Role.LEGAL_REVIEWER, NOW.minusSeconds(3600), priya.username()));
        items.opened(review(vote, "vote", Role.LEGAL_REVIEWER, NOW.plusSeconds(9000), null));
        items.opened(item(concern, Subject.CONCERN, "acknowledge-concern", Role.OMBUDS, NOW.plusSeconds(60), null));
    }

    @Test
    void each_view_holds_what_its_name_says() {
        assertThat(subjects(priya, View.ALL)).containsExactly(late, legal, vote);
        assertThat(subjects(priya, View.MINE)).containsExactly(late);
        assertThat(subjects(priya, View.GROUPS)).containsExactly(late, legal, vote);
        assertThat(subjects(priya, View.UNCLAIMED)).containsExactly(legal);
        assertThat(subjects(priya, View.OVERDUE)).containsExactly(late);
        assertThat(subjects(priya, View.DONE)).isEmpty();
    }

    @Test
    void a_claim_a_return_and_a_completion_move_a_task_between_the_views() {
        String task = items.ofSubject(legal).get(0).taskId();

        items.assigned(task, priya.username(), NOW);
        assertThat(subjects(priya, View.MINE)).containsExactly(late, legal);
        items.assigned(task, null, NOW);
        assertThat(subjects(priya, View.UNCLAIMED)).containsExactly(legal);
        items.assigned(task, priya.username(), NOW);
        items.completed(task, priya.username(), NOW);

        assertThat(subjects(priya, View.DONE)).containsExactly(legal);
        assertThat(subjects(priya, View.ALL)).containsExactly(late, vote);
    }

    @Test
    void a_delegate_sees_what_the_absent_hold_unless_excluded_from_the_case() {
        Actor leo = new Actor("leo-" + mark, "Leo", Set.of(Role.LEGAL_REVIEWER));
        assertThat(subjects(leo, View.MINE)).isEmpty();

        covered = Set.of(priya.username());
        assertThat(subjects(leo, View.MINE)).containsExactly(late);
        items.exclude(late, leo.username());

        assertThat(subjects(leo, View.MINE)).isEmpty();
    }

    @Test
    void whoever_is_excluded_from_a_case_is_not_offered_its_tasks() {
        items.exclude(legal, priya.username());
        items.exclude(legal, priya.username());

        assertThat(subjects(priya, View.UNCLAIMED)).isEmpty();
        assertThat(subjects(priya, View.ALL)).containsExactly(late, vote);
    }

    @Test
    void a_concern_leaves_the_list_of_done_work_of_whoever_must_not_know_of_it_any_more() {
        String task = items.ofSubject(concern).get(0).taskId();
        items.completed(task, olga.username(), NOW);

        assertThat(items.concernsFor(olga.username())).contains(concern);
        assertThat(page(olga, View.DONE, "", null, Set.of(concern)).items())
                .extracting(InboxItem::taskId)
                .contains(task);
        assertThat(page(olga, View.DONE, "", null, Set.of()).items())
                .extracting(InboxItem::taskId)
                .doesNotContain(task);
    }

    @Test
    void a_concern_is_in_the_list_of_those_only_who_may_handle_it() {
        assertThat(page(olga, View.ALL, "", null, Set.of(concern)).items())
                .extracting(InboxItem::subject)
                .contains(concern);
        assertThat(page(olga, View.ALL, mark, null, Set.of()).total()).isZero();
        items.assigned(items.ofSubject(concern).get(0).taskId(), olga.username(), NOW);
        assertThat(page(olga, View.MINE, "", null, Set.of()).total()).isZero();
    }

    @Test
    void a_search_finds_text_and_takes_no_patterns() {
        assertThat(page(priya, View.ALL, "legal-stop " + mark, null, Set.of()).total())
                .isEqualTo(1);
        assertThat(page(priya, View.ALL, "%" + mark.substring(1), null, Set.of())
                        .total())
                .isZero();
        assertThat(page(priya, View.ALL, "border agency of " + mark, null, Set.of())
                        .total())
                .isEqualTo(3);
    }

    @Test
    void the_tier_filters_once_it_is_confirmed() {
        assertThat(page(priya, View.ALL, mark, "T3", Set.of()).total()).isZero();

        items.tierConfirmed(legal, "T3");

        assertThat(page(priya, View.ALL, mark, "T3", Set.of()).items())
                .extracting(InboxItem::subject)
                .containsExactly(legal);
    }

    @Test
    void role_step_agency_and_due_date_narrow_the_list() {
        assertThat(subjects(new InboxFilter(mark, null, Role.LEGAL_REVIEWER, null, null, null)))
                .containsExactly(late, legal, vote);
        assertThat(subjects(new InboxFilter(mark, null, Role.TRIAGE_OFFICER, null, null, null)))
                .as("a role the viewer does not hold opens nothing")
                .isEmpty();
        assertThat(subjects(new InboxFilter("", null, null, "legal-stop", "Border agency of " + mark, null)))
                .containsExactly(legal);
        assertThat(subjects(new InboxFilter("", null, null, null, "Border agency of " + mark.substring(1), null)))
                .as("the agency is named whole")
                .isEmpty();
        assertThat(subjects(new InboxFilter(mark, null, null, null, null, Due.OVERDUE)))
                .containsExactly(late);
        assertThat(subjects(new InboxFilter(mark, null, null, null, null, Due.DAY)))
                .containsExactly(legal, vote);
        assertThat(subjects(new InboxFilter(mark, null, null, null, null, Due.LATER)))
                .isEmpty();
    }

    @Test
    void offers_the_agencies_of_tasks_that_the_viewer_may_see() {
        assertThat(agencies(priya)).contains("Border agency of " + mark);
        assertThat(agencies(olga)).doesNotContain("Border agency of " + mark);
    }

    @Test
    void a_question_to_the_account_owner_is_for_nobody_else_in_sales() {
        UUID asked = UUID.randomUUID();
        Actor sofia = new Actor("sofia-" + mark, "Sofia", Set.of(Role.SUBMITTER));
        Actor tom = new Actor("tom-" + mark, "Tom", Set.of(Role.SUBMITTER));
        items.opened(review(asked, "clarification", Role.SUBMITTER, NOW, null));
        items.exclude(asked, sofia.username());

        assertThat(subjects(sofia, View.ALL)).containsExactly(asked);
        assertThat(subjects(tom, View.ALL)).isEmpty();
    }

    @Test
    void changed_facts_of_a_contract_reach_its_open_tasks() {
        ContractLine before =
                Objects.requireNonNull(items.ofSubject(legal).get(0).contract());
        ContractLine after = new ContractLine(before.id(), before.reference(), "New title", before.agency());

        items.contractChanged(after);

        assertThat(items.ofSubject(legal).get(0).contract()).isEqualTo(after);
        assertThat(items.contractsOf(List.of(before.reference(), "C-000000"))).contains(before.id());
        assertThat(items.openReviewsOf(before.id()))
                .extracting(InboxItem::subject)
                .containsExactly(legal);
        assertThat(items.contractOf(legal)).contains(before.id());
    }

    private List<UUID> subjects(InboxFilter filter) {
        return page(priya, View.ALL, filter, Set.of()).items().stream()
                .map(InboxItem::subject)
                .toList();
    }

    private List<String> agencies(Actor viewer) {
        return items.agencies(
                new InboxQuery(viewer, View.ALL, InboxFilter.text(mark), Sort.DUE, 1, NOW),
                new InboxReach(Set.of(), Set.of(), Set.of()));
    }

    private List<UUID> subjects(Actor viewer, View view) {
        return page(viewer, view, mark, null, Set.of()).items().stream()
                .map(InboxItem::subject)
                .toList();
    }

    private InboxPage page(Actor viewer, View view, String text, @Nullable String tier, Set<UUID> concerns) {
        return page(viewer, view, new InboxFilter(text, tier, null, null, null, null), concerns);
    }

    private InboxPage page(Actor viewer, View view, InboxFilter filter, Set<UUID> concerns) {
        return items.page(
                new InboxQuery(viewer, view, filter, Sort.DUE, 1, NOW), new InboxReach(concerns, covered, Set.of()));
    }

    private InboxItem review(UUID id, String key, Role role, Instant due, @Nullable String assignee) {
        return item(id, Subject.REVIEW, key, role, due, assignee);
    }

    private InboxItem item(UUID id, Subject kind, String key, Role role, Instant due, @Nullable String assignee) {
        ContractLine contract = new ContractLine(
                new ContractId(UUID.randomUUID()), "C-" + id, key + " " + mark, "Border agency of " + mark);
        return new InboxItem(
                UUID.randomUUID().toString(),
                kind,
                id,
                key,
                key,
                Set.of(role),
                key.equals("vote"),
                kind == Subject.REVIEW ? contract : null,
                null,
                NOW,
                due,
                assignee,
                null,
                null);
    }
}
