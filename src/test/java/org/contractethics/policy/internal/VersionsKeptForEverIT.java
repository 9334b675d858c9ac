package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.policy.internal.PolicyWorld.DANA;
import static org.contractethics.policy.internal.PolicyWorld.ERIN;
import static org.contractethics.policy.internal.PolicyWorld.GEORGE;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What the database refuses of versions, whoever asks. */
class VersionsKeptForEverIT {

    private static final String TEXT = "We changed our mind.";

    private final PolicyWorld world = new PolicyWorld();

    @BeforeEach
    void install() {
        world.start(PolicyFiles.packed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "version_file", "version_step", "comment"})
    void nobody_changes_deletes_or_empties_a_version(String table) {
        world.comment(world.proposed(TEXT, DANA), "Good", ERIN);

        for (String statement : List.of(
                "update policy." + table + " set number = number",
                "delete from policy." + table,
                "truncate policy." + table + " cascade")) {
            assertThatThrownBy(() -> world.owner.sql(statement).update())
                    .as(statement)
                    .hasMessageContaining("kept for ever");
            assertThatThrownBy(() -> world.jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void the_database_refuses_the_approval_of_the_author_and_of_the_software() {
        int number = world.proposed(TEXT, DANA);

        assertThatThrownBy(() -> step(number, 2, "PROPOSED", "APPROVED", "dana.whitfield"))
                .hasMessageContaining("does not approve it");
        assertThatThrownBy(() -> step(number, 2, "PROPOSED", "APPROVED", "system"))
                .hasMessageContaining("does not approve it");
    }

    @Test
    void the_database_refuses_steps_that_no_version_takes() {
        int number = proposedIn(5);

        assertThatThrownBy(() -> step(number, 2, "PROPOSED", "SUPERSEDED", "george.tan"))
                .hasMessageContaining("only_the_moves_of_a_version");
        assertThatThrownBy(() -> step(number, 2, "APPROVED", "IN_FORCE", "george.tan"))
                .hasMessageContaining("is not APPROVED");
        world.approve(number, GEORGE);
        assertThatThrownBy(() -> step(number, 3, "APPROVED", "IN_FORCE", "george.tan"))
                .hasMessageContaining("not in force before its date");
        world.clock.forward(Duration.ofDays(5));
        assertThatThrownBy(() -> step(number, 3, "APPROVED", "IN_FORCE", "george.tan"))
                .hasMessageContaining("another version is in force");
    }

    @Test
    void the_database_refuses_days_that_are_over_and_decisions_without_a_reason() {
        int number = proposedIn(5);

        assertThatThrownBy(() -> step(number, 2, "PROPOSED", "APPROVED", "george.tan"))
                .hasMessageContaining("approved for no reason");
        assertThatThrownBy(() -> step(number, 2, "PROPOSED", "WITHDRAWN", "dana.whitfield"))
                .hasMessageContaining("withdrawn for no reason");
        world.clock.forward(Duration.ofDays(6));
        assertThatThrownBy(() -> step(number, 2, "PROPOSED", "APPROVED", "george.tan"))
                .hasMessageContaining("is over");
        assertThatThrownBy(() -> begun(number + 1, -1)).hasMessageContaining("two years ahead");
        assertThatThrownBy(() -> begun(number + 2, 800)).hasMessageContaining("two years ahead");
    }

    /** A version with the files of the first one, as somebody with the database alone would enter it. */
    private void begun(int number, int days) {
        world.jdbc
                .sql("insert into policy.version select ?, gen_random_uuid(), 1, content_hash, 'x', 'x', ?, 0, now(), 0"
                        + " from policy.version where number = 1")
                .params(number, world.today().plusDays(days))
                .update();
        world.jdbc
                .sql(
                        "insert into policy.version_file select ?, ordinal, name, content from policy.version_file where number = 1")
                .param(number)
                .update();
        world.jdbc
                .sql("insert into policy.version_step values (?, 1, null, 'PROPOSED', 'x', ?, '')")
                .params(number, world.clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void the_database_refuses_files_that_are_not_those_of_the_hash_and_files_added_later() {
        world.jdbc
                .sql(
                        """
                        insert into policy.version values (2, gen_random_uuid(), 1, repeat('a', 64), 'x', 'x', now(), 0, now(), 0)
                        """)
                .update();
        world.jdbc
                .sql("insert into policy.version_file values (2, 0, 'policy.md', 'Anything goes')")
                .update();

        assertThatThrownBy(() -> world.jdbc
                        .sql("insert into policy.version_step values (2, 1, null, 'PROPOSED', 'x', now(), '')")
                        .update())
                .hasMessageContaining("do not have its hash");
        assertThatThrownBy(() -> world.jdbc
                        .sql("insert into policy.version_file values (1, 99, 'more.md', 'Anything goes')")
                        .update())
                .hasMessageContaining("takes no further file");
        assertThatThrownBy(() -> world.jdbc
                        .sql("insert into policy.comment values (gen_random_uuid(), 1, 'x', now(), 'Late')")
                        .update())
                .hasMessageContaining("no longer open");
    }

    private int proposedIn(int days) {
        return world.propose(new Proposal(1, TEXT, Map.of(), "x", world.today().plusDays(days)), DANA);
    }

    private void step(int number, int ordinal, String before, String state, String actor) {
        world.jdbc
                .sql("insert into policy.version_step values (?, ?, ?, ?, ?, ?, '')")
                .params(
                        number,
                        ordinal,
                        before,
                        state,
                        actor,
                        world.clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
