package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.policy.internal.PolicyWorld.DANA;
import static org.contractethics.policy.internal.PolicyWorld.ERIN;
import static org.contractethics.policy.internal.PolicyWorld.FATIMA;
import static org.contractethics.policy.internal.PolicyWorld.GEORGE;
import static org.contractethics.policy.internal.PolicyWorld.GRETA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a version: installed, proposed, commented, approved, in force; and every step that is refused. */
class PolicyVersionsIT {

    private static final String TEXT = "We changed our mind.";
    private static final PolicyContent PACKED = PolicyFiles.packed();

    private final PolicyWorld world = new PolicyWorld();

    @BeforeEach
    void install() {
        world.start(PACKED);
        world.published.clear();
    }

    @Test
    void begins_with_the_packed_files_in_force_and_does_not_repeat_them() {
        world.start(PACKED);

        assertThat(world.versions.all()).singleElement().satisfies(first -> {
            assertThat(first.number()).isEqualTo(1);
            assertThat(first.contentHash()).isEqualTo(PACKED.hash());
            assertThat(first.state()).isEqualTo(VersionState.IN_FORCE);
            assertThat(first.author()).isEqualTo("system");
        });
        assertThat(world.policy.current()).isEqualTo(EvaluatedPolicy.packed().current());
    }

    @Test
    void takes_other_packed_files_as_a_proposal_that_people_have_to_approve() {
        PolicyContent release = PACKED.with(Map.of("policy.md", TEXT));

        world.start(release);
        world.start(release);

        assertThat(world.policy.current().number()).isEqualTo(1);
        assertThat(world.versions.all()).hasSize(2);
        assertThat(world.state(2)).isEqualTo(VersionState.PROPOSED);
        assertThat(world.kinds()).containsExactly("policy-proposed");
        world.approve(2, GEORGE);
        assertThat(world.state(2)).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void an_earlier_catalogue_keeps_its_text_and_hash_and_the_one_of_the_release_is_proposed() {
        PolicyContent earlier = PACKED.with(Map.of("rights.csv", catalogueWithMarks()));
        PolicyWorld installation = new PolicyWorld();
        installation.start(earlier);

        installation.start(PACKED);

        assertThat(installation.policy.current().contentHash()).isEqualTo(earlier.hash());
        assertThat(installation.versions.get(2).contentHash()).isEqualTo(PACKED.hash());
        assertThat(installation.state(2)).isEqualTo(VersionState.PROPOSED);
        assertThat(installation.notices()).contains("Version 2 of the rules is proposed");
        installation.approve(2, GEORGE);
        installation.clock.forward(Duration.ofDays(40));
        installation.timePasses();
        assertThat(installation.policy.current().number()).isEqualTo(2);
        assertThat(installation.policy.under(1).current().contentHash()).isEqualTo(earlier.hash());
        assertThat(installation.policy.under(1).right("R03").orElseThrow().instruments())
                .contains("ICPPED 16 (unverified)");
        assertThat(installation.policy.now().right("R03").orElseThrow().instruments())
                .doesNotContain("unverified");
    }

    private static String catalogueWithMarks() {
        return PACKED.file("rights.csv").orElseThrow().replace("ICPPED 16", "ICPPED 16 (unverified)");
    }

    @Test
    void does_not_even_propose_packed_files_that_break_a_rule() {
        world.start(PACKED.with(Map.of("severity.dmn", "<x/>")));

        assertThat(world.versions.all()).hasSize(1);
    }

    @Test
    void goes_from_proposal_over_comments_and_approval_into_force_and_records_each_step() {
        int number = world.propose(
                new Proposal(1, TEXT, Map.of(), "We learned.", world.today().plusDays(7)), DANA);
        world.comment(number, "Please also the home country.", ERIN);
        world.approve(number, GEORGE);
        assertThat(world.policy.current().number()).isEqualTo(1);

        world.clock.forward(Duration.ofDays(7));

        assertThat(world.policy.current().number())
                .as("by its date, before anybody noted it")
                .isEqualTo(2);
        world.timePasses();
        world.timePasses();
        assertThat(world.state(1)).isEqualTo(VersionState.SUPERSEDED);
        assertThat(world.state(2)).isEqualTo(VersionState.IN_FORCE);
        assertThat(world.policy.now().content().text()).contains(TEXT);
        assertThat(world.comments.of(2)).extracting(Comments.Comment::author).containsExactly("erin.walsh");
        assertThat(world.kinds())
                .containsExactly(
                        "policy-proposed",
                        "policy-commented",
                        "policy-approved",
                        "policy-superseded",
                        "policy-in-force");
        assertThat(world.notices())
                .containsExactly(
                        "Version 2 of the rules is proposed",
                        "Version 2 of the rules is approved",
                        "Version 2 of the rules is in force");
    }

    @Test
    void the_entry_of_a_version_in_force_names_the_parts_that_changed_from_the_version_before() {
        world.approve(world.proposed(TEXT, DANA), GEORGE);
        world.timePasses();

        assertThat(world.published)
                .filteredOn(event -> event instanceof RecordedEvent recorded
                        && recorded.kind().equals("policy-in-force"))
                .singleElement()
                .satisfies(
                        event -> assertThat(((RecordedEvent) event).facts()).containsEntry("changed", List.of("text")));
    }

    @Test
    void parts_are_named_so_that_a_table_and_a_catalogue_of_one_name_differ() {
        PolicyContent other = PACKED.with(Map.of("safeguards.csv", "x", "safeguards.dmn", "y", "policy.md", "z"));

        assertThat(other.changedFrom(PACKED)).containsExactly("safeguards", "safeguards-catalogue", "text");
        assertThat(PACKED.changedFrom(PACKED)).isEmpty();
    }

    @Test
    void an_earlier_version_still_answers_for_what_was_judged_by_it() {
        world.approve(world.proposed(TEXT, DANA), GEORGE);

        assertThat(world.policy.current().number()).isEqualTo(2);
        assertThat(world.policy.under(1).current().contentHash()).isEqualTo(PACKED.hash());
        assertThatThrownBy(() -> world.policy.under(9)).isInstanceOf(Refused.class);
    }

    @Test
    void an_employee_does_not_propose() {
        assertRefused(() -> world.proposed(TEXT, ERIN), Refused.Kind.NOT_ALLOWED, "human-rights reviewers");
    }

    @Test
    void a_proposal_needs_reason_date_words_known_files_and_a_difference() {
        assertRefused(() -> propose(1, TEXT, Map.of(), " ", 0), Refused.Kind.INVALID, "why the rules should change");
        assertRefused(() -> propose(1, TEXT, Map.of(), "x", -1), Refused.Kind.INVALID, "today or later");
        assertRefused(() -> propose(1, TEXT, Map.of(), "x", 800), Refused.Kind.INVALID, "within two years");
        assertRefused(() -> propose(1, " ", Map.of(), "x", 0), Refused.Kind.INVALID, "in words");
        assertRefused(() -> propose(1, TEXT, Map.of("evil.dmn", ""), "x", 0), Refused.Kind.INVALID, "no file evil.dmn");
        assertRefused(() -> propose(1, PACKED.text(), Map.of(), "x", 0), Refused.Kind.INVALID, "Nothing differs");
    }

    @Test
    void a_broken_table_is_refused_and_leaves_nothing_behind() {
        assertRefused(
                () -> propose(1, TEXT, Map.of("severity.dmn", "<x/>"), "x", 0), Refused.Kind.INVALID, "does not read");
        assertThat(world.versions.all()).hasSize(1);
    }

    @Test
    void a_proposal_on_a_version_that_is_no_longer_in_force_is_stale() {
        int other = world.proposed("Other words", DANA);
        world.approve(world.proposed(TEXT, DANA), GEORGE);

        assertRefused(() -> propose(1, "More words", Map.of(), "x", 0), Refused.Kind.CONFLICT, "came into force");
        assertRefused(() -> world.approve(other, GEORGE), Refused.Kind.CONFLICT, "proposed anew");
    }

    @Test
    void a_proposal_whose_day_is_over_is_stale() {
        int number = world.proposed(TEXT, DANA);
        world.clock.forward(Duration.ofDays(2));

        assertRefused(() -> world.approve(number, GEORGE), Refused.Kind.CONFLICT, "is over");
    }

    @Test
    void nobody_approves_their_own_version_and_nobody_but_the_board_any() {
        int number = world.proposed(TEXT, GEORGE);

        assertRefused(() -> world.approve(number, GEORGE), Refused.Kind.NOT_ALLOWED, "You wrote this version");
        assertRefused(() -> world.approve(number, DANA), Refused.Kind.NOT_ALLOWED, "board committee");
        world.approve(number, GRETA);
        assertThat(world.policy.current().number()).isEqualTo(number);
    }

    @Test
    void only_one_approved_version_waits_for_its_date() {
        int first = propose(1, TEXT, Map.of(), "x", 5);
        int second = propose(1, "Other words", Map.of(), "x", 6);
        world.approve(first, GEORGE);

        assertRefused(() -> world.approve(second, GEORGE), Refused.Kind.CONFLICT, "Another version is approved");
    }

    @Test
    void the_author_withdraws_a_proposal_and_only_the_board_what_it_approved() {
        int number = propose(1, TEXT, Map.of(), "x", 5);
        assertRefused(() -> world.withdraw(number, ERIN), Refused.Kind.NOT_ALLOWED, "author withdraws");
        world.approve(number, GEORGE);
        assertRefused(() -> world.withdraw(number, DANA), Refused.Kind.NOT_ALLOWED, "author withdraws");
        world.withdraw(number, GRETA);
        assertThat(world.state(number)).isEqualTo(VersionState.WITHDRAWN);
        world.clock.forward(Duration.ofDays(5));
        assertThat(world.policy.current().number()).isEqualTo(1);

        int other = world.proposed(TEXT, DANA);
        world.withdraw(other, DANA);
        assertRefused(() -> world.approve(other, GEORGE), Refused.Kind.CONFLICT, "not proposed any more");
    }

    @Test
    void what_is_in_force_by_its_date_is_neither_withdrawn_nor_commented() {
        int number = propose(1, TEXT, Map.of(), "x", 5);
        world.approve(number, GEORGE);
        world.clock.forward(Duration.ofDays(5));
        assertRefused(() -> world.withdraw(number, GEORGE), Refused.Kind.CONFLICT, "not open any more");
        world.timePasses();

        assertRefused(() -> world.comment(number, "Late", ERIN), Refused.Kind.CONFLICT, "no longer open");
    }

    @Test
    void people_outside_the_company_do_not_comment_and_nobody_without_words() {
        int number = world.proposed(TEXT, DANA);

        assertRefused(() -> world.comment(number, "Hello", FATIMA), Refused.Kind.NOT_ALLOWED, "People of the company");
        assertRefused(() -> world.comment(number, " ", ERIN), Refused.Kind.INVALID, "Write your comment");
    }

    private int propose(int basedOn, String text, Map<String, String> files, String reason, int inDays) {
        return world.propose(
                new Proposal(basedOn, text, files, reason, world.today().plusDays(inDays)), DANA);
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act, Refused.Kind kind, String reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(reason);
    }
}
