package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CurrentCasebookTests {

    private final Story story = new Story();

    @Test
    void only_new_entries_are_folded() {
        StoryReader reader = new StoryReader(story.entries);
        CurrentCasebook casebook = new CurrentCasebook(reader, Story.DAYS, Map::of);
        story.contract("CBP");
        story.contract("CBP");
        assertThat(contracts(casebook)).isEqualTo(2);

        story.contract("ICE");

        assertThat(contracts(casebook)).isEqualTo(3);
        assertThat(contracts(casebook)).isEqualTo(3);
        assertThat(reader.handedOver).isEqualTo(3);
    }

    /** R17 */
    @Test
    void a_record_that_does_not_continue_what_was_folded_is_folded_anew() {
        story.contract("CBP");
        story.contract("CBP");
        StoryReader reader = new StoryReader(new ArrayList<>(story.entries));
        CurrentCasebook casebook = new CurrentCasebook(reader, Story.DAYS, Map::of);
        assertThat(contracts(casebook)).isEqualTo(2);

        reader.entries.remove(1);
        assertThat(contracts(casebook)).isEqualTo(1);

        Story restored = new Story();
        restored.happened("thing", null, java.util.Map.of());
        restored.happened("other", null, java.util.Map.of());
        reader.entries.clear();
        reader.entries.addAll(restored.entries);
        assertThat(contracts(casebook)).isZero();
    }

    @Test
    void after_an_erasure_everything_is_folded_anew_so_that_no_erased_value_stays() {
        story.contract("CBP");
        story.contract("CBP");
        StoryReader reader = new StoryReader(story.entries);
        CurrentCasebook casebook = new CurrentCasebook(reader, Story.DAYS, Map::of);
        assertThat(contracts(casebook)).isEqualTo(2);

        story.happened("erased", null, java.util.Map.of());

        assertThat(contracts(casebook)).isEqualTo(2);
        assertThat(reader.handedOver).isEqualTo(5);
        assertThat(contracts(casebook)).isEqualTo(2);
        assertThat(reader.handedOver).isEqualTo(5);
    }

    @Test
    void what_was_folded_by_half_is_not_folded_twice() {
        story.contract("CBP");
        story.happened("contract-signed", story.entries.get(0).contract(), java.util.Map.of());
        story.contract("CBP");
        StoryReader reader = new StoryReader(story.entries);
        CurrentCasebook casebook = new CurrentCasebook(reader, Story.DAYS, Map::of);
        reader.failsAfter = 2;
        assertThatThrownBy(() -> contracts(casebook)).hasMessage("the database went away");

        reader.failsAfter = Integer.MAX_VALUE;

        assertThat(contracts(casebook)).isEqualTo(2);
        assertThat(casebook.<Integer>look((book, head) -> book.signatures().size()))
                .isEqualTo(1);
    }

    /** Otherwise the older of two answers could come last and undo the newer one. */
    @Test
    void the_register_is_asked_by_one_look_after_the_other() throws InterruptedException {
        List<String> told = new CopyOnWriteArrayList<>();
        List<Runnable> meanwhile = new CopyOnWriteArrayList<>();
        CurrentCasebook casebook = new CurrentCasebook(new StoryReader(story.entries), Story.DAYS, () -> {
            told.add("asks");
            if (!meanwhile.isEmpty()) {
                meanwhile.remove(0).run();
            }
            told.add("is answered");
            return Map.of();
        });
        Thread second = new Thread(() -> contracts(casebook));
        meanwhile.add(() -> {
            second.start();
            Awaitility.await().until(() -> told.size() > 1 || second.getState() == Thread.State.WAITING);
        });

        contracts(casebook);
        second.join();

        assertThat(told).containsExactly("asks", "is answered", "asks", "is answered");
    }

    private static int contracts(CurrentCasebook casebook) {
        return casebook.look((book, head) -> book.contracts().size());
    }
}
