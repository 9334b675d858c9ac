package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows the commit of a fact. */
class PendingFactsTests {

    @Test
    void a_fault_after_the_commit_is_not_told_as_a_failed_decision_and_keeps_nobody_else_from_hearing() {
        List<Long> heard = new ArrayList<>();
        List<Committed> listeners = List.of(
                (size, decided) -> {
                    throw new IllegalStateException("the database does not answer any more");
                },
                (size, decided) -> heard.add(size));
        PendingFacts facts = new PendingFacts(listeners::forEach);
        facts.appended(7, List.of());

        assertThatCode(facts::afterCommit).doesNotThrowAnyException();

        assertThat(heard).containsExactly(7L);
    }
}
