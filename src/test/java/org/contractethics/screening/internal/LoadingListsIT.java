package org.contractethics.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.screening.internal.ScreeningWorld.DAY;
import static org.contractethics.screening.internal.ScreeningWorld.PRIYA;
import static org.contractethics.screening.internal.ScreeningWorld.csv;
import static org.contractethics.screening.internal.ScreeningWorld.fillers;
import static org.contractethics.screening.internal.ScreeningWorld.row;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** Assertion 10: a list that is not whole is refused, and the one before it stays in force. */
class LoadingListsIT {

    private final ScreeningWorld world = new ScreeningWorld();
    private final UUID list = world.aSource();

    @Test
    void a_list_is_kept_with_its_hash_its_day_and_its_entries() {
        ListVersion loaded = world.load(list, DAY, fillers(9)).version();

        assertThat(loaded.number()).isEqualTo(1);
        assertThat(loaded.entries()).isEqualTo(9);
        assertThat(loaded.statedOn()).isEqualTo(DAY);
        assertThat(world.lists.entries(loaded.id())).hasSize(9);
        assertThat(world.kinds()).containsExactly("list-source-added", "list-loaded");
    }

    @Test
    void the_same_list_again_raises_nothing_and_is_as_fresh_as_its_new_day() {
        world.load(list, DAY, fillers(9));

        LoadingLists.Loaded again = world.load(list, DAY, fillers(9));
        assertThat(again.same()).isTrue();
        assertThat(world.kinds()).hasSize(2);

        LoadingLists.Loaded later = world.load(list, DAY.plusDays(1), fillers(9));
        assertThat(later.version().number()).isEqualTo(1);
        assertThat(later.version().statedOn()).isEqualTo(DAY.plusDays(1));
        assertThat(world.kinds()).endsWith("list-found-unchanged");
    }

    @Test
    void entries_that_did_not_change_are_kept_once() {
        world.load(list, DAY, fillers(9));
        world.load(list, DAY, fillers(9, row("N1", "New Trading", "added")));

        assertThat(world.jdbc
                        .sql("select count(*) from screening.list_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void a_list_that_is_more_than_a_fifth_smaller_is_refused_and_the_one_before_stays() {
        world.load(list, DAY, fillers(100));

        assertThat(world.load(list, DAY, fillers(80)).version().number())
                .as("a fifth smaller")
                .isEqualTo(2);
        refused(csv(fillers(63)), "more than a fifth is missing");
    }

    @Test
    void what_cannot_be_read_whole_is_refused_with_the_reason_and_an_alarm() {
        world.load(list, DAY, fillers(9));

        refused(new byte[0], "the version before it stays in force");
        refused("id,kind".getBytes(StandardCharsets.UTF_8), "the version before it stays in force");
        refused("<html>not found</html>".getBytes(StandardCharsets.UTF_8), "the version before it stays in force");
    }

    private void refused(byte[] file, String words) {
        int before = world.lists.inForce(list).orElseThrow().number();
        world.told.clear();

        assertThatThrownBy(() -> world.loading.load(list, Map.of("list.csv", file), DAY, PRIYA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);

        assertThat(world.lists.inForce(list).orElseThrow().number()).isEqualTo(before);
        assertThat(world.lists.lastRefusal(list)).isPresent();
        assertThat(world.kinds()).containsExactly("list-refused");
        assertThat(world.told)
                .filteredOn(Notice.class::isInstance)
                .singleElement()
                .satisfies(notice -> assertThat(((Notice) notice).roles()).containsExactly(Role.LEGAL_REVIEWER));
    }

    @Test
    void an_older_list_does_not_take_the_place_of_a_newer_one() {
        world.load(list, DAY, fillers(9));

        assertThatThrownBy(() -> world.load(list, DAY.minusDays(1), fillers(10)))
                .hasMessageContaining("Upload the newer one");
        assertThatThrownBy(() -> world.load(list, DAY.plusYears(1), fillers(10)))
                .hasMessageContaining("not in the future");
    }

    @Test
    void a_list_of_which_no_day_is_known_is_refused() {
        assertThatThrownBy(() -> world.loading.load(list, Map.of("list.csv", csv(fillers(9))), null, PRIYA))
                .hasMessageContaining("Give the day");
    }

    @Test
    void only_legal_reviewers_bring_lists_and_name_sources() {
        Actor dana = new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER));

        assertThatThrownBy(() -> world.loading.load(list, Map.of("list.csv", csv(fillers(9))), DAY, dana))
                .hasMessageContaining("legal reviewers");
        assertThatThrownBy(() -> world.loading.addSource(SourceDraft.EMPTY, dana))
                .hasMessageContaining("legal reviewers");
        assertThatThrownBy(() -> world.loading.addSource(SourceDraft.EMPTY, PRIYA))
                .hasMessageContaining("licence")
                .hasMessageContaining("1 to 400");
    }

    @Test
    void the_database_refuses_a_list_that_is_not_whole_and_keeps_what_was_taken() {
        ListVersion first = world.load(list, DAY, fillers(100)).version();

        assertThatThrownBy(() -> version(2, 79, "2026-11-01")).hasMessageContaining("more than a fifth smaller");
        assertThatThrownBy(() -> version(2, 100, "2026-10-31")).hasMessageContaining("an older list");
        assertThatThrownBy(() -> version(3, 100, "2026-11-01")).hasMessageContaining("one after the other");
        for (String change : new String[] {
            "update screening.source set licence = 'another'",
            "update screening.list_version set sha256 = repeat('0', 64)",
            "delete from screening.version_entry",
            "delete from screening.list_entry",
            "delete from screening.refused_list"
        }) {
            assertThatThrownBy(() -> world.jdbc.sql(change).update()).as(change).isInstanceOf(RuntimeException.class);
        }
        assertThat(world.lists.entries(first.id())).hasSize(100);
    }

    private void version(int number, int entries, String day) {
        world.jdbc
                .sql(
                        """
                        insert into screening.list_version (id, source_id, number, sha256, files, entries, names, stated_on, loaded_by, loaded_at)
                        values (gen_random_uuid(), :list, :number, repeat('0', 64), '{list.csv}', :entries, :entries, cast(:day as date), 'x', now())
                        """)
                .param("list", list)
                .param("number", number)
                .param("entries", entries)
                .param("day", day)
                .update();
    }
}
