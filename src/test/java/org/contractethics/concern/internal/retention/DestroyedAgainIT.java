package org.contractethics.concern.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.MigratedDatabase;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ConcernsAlone;
import org.contractethics.concern.internal.destroyed.DestroyedList;
import org.contractethics.concern.internal.destroyed.Destroying;
import org.contractethics.concern.internal.destroyed.Destruction;
import org.contractethics.concern.internal.destroyed.TestList;
import org.contractethics.concern.internal.letter.LettersAlone;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input 32: a backup is restored that is older than what was destroyed of concerns since. */
class DestroyedAgainIT {

    private final LocalDate longAgo = LocalDate.now(Clock.systemUTC()).minusMonths(25);

    @TempDir
    private Path folder = Path.of("");

    /** The application on one database, as if it had just started, up to the moment before its first request. */
    private final class Started {

        final DestroyedList list = TestList.at(file());
        final ConcernsAlone concerns;
        final LettersAlone letters;
        final PurgingConcerns purging;
        final DestroyingAgain again;

        Started(MigratedDatabase database) {
            concerns = new ConcernsAlone(database.asApplication(), list);
            letters = new LettersAlone(concerns, list);
            purging = new PurgingConcerns(
                    new DueForPurge(concerns.jdbc, new RetentionSettings(24, 60), list),
                    concerns.handled(),
                    measures(),
                    concerns.vault,
                    concerns.told::add,
                    concerns.transaction,
                    Clock.systemUTC());
            again = with(List.of(purging, letters.names(), concerns.withdrawn()));
        }

        DestroyingAgain with(List<Destroying> ways) {
            StaleHolds holds = new StaleHolds(concerns.handled(), concerns.jdbc, Clock.systemUTC());
            return new DestroyingAgain(list, ways, holds, concerns.transaction);
        }

        List<String> recorded() {
            return concerns.told.stream()
                    .filter(RecordedEvent.class::isInstance)
                    .map(RecordedEvent.class::cast)
                    .map(fact -> (fact.kind() + " " + fact.facts().getOrDefault("by", "")).strip())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void what_was_destroyed_since_the_backup_is_destroyed_again_before_anybody_reads_it() throws IOException {
        MigratedDatabase database = MigratedDatabase.fresh();
        Started before = new Started(database);
        ConcernId kept = before.concerns.file(ConcernMode.ANONYMOUS, "kept");
        ConcernId withdrawn = before.concerns.file(ConcernMode.ANONYMOUS, "withdrawn");
        ConcernId held = before.concerns.file(ConcernMode.ANONYMOUS, "held");
        ConcernId purged = before.concerns.file(ConcernMode.OPEN, "purged");
        ConcernId unanswered = before.concerns.file(ConcernMode.OPEN, "purged, and not even answered");
        ConcernId letter = before.letters.signed("erin.walsh");
        before.concerns.answer(purged, longAgo);
        hold(before, held);
        MigratedDatabase backup = database.copy();
        before.concerns
                .jdbc
                .sql("update concern.legal_hold set lifted_by = 'george.tan', lifted_on = current_date")
                .update();
        before.concerns.withdraw(withdrawn);
        before.concerns.withdraw(held);
        before.concerns.answer(unanswered, longAgo);
        before.purging.run();
        before.concerns.answer(letter, LocalDate.now(Clock.systemUTC()).minusDays(61));
        before.letters.destroy();
        assertThat(Files.readString(file())).hasLineCount(6);

        Started restored = new Started(backup);

        for (ConcernId gone : List.of(withdrawn, held, purged, unanswered)) {
            assertThat(restored.concerns.count("concern_key", "concern", gone))
                    .as("the backup brought its keys back")
                    .isPositive();
            assertThatThrownBy(() -> restored.concerns.read(gone)).hasMessageContaining("no such concern");
            assertThatThrownBy(() -> restored.concerns.vault.entitle(gone, "dana.whitfield"))
                    .hasMessageContaining("no such concern");
        }
        restored.again.start();
        for (ConcernId gone : List.of(withdrawn, held, purged, unanswered)) {
            assertThat(restored.concerns.count("concern_key", "concern", gone)).isZero();
            assertThat(restored.concerns.count("attachment", "concern", gone)).isZero();
        }
        assertThat(restored.concerns.count("withdrawal", "concern", withdrawn)).isOne();
        assertThat(restored.concerns.count("withdrawal", "concern", held)).isOne();
        assertThat(restored.concerns.count("purged", "concern", purged)).isOne();
        assertThat(restored.concerns.count("concern", "id", unanswered)).isZero();
        assertThat(restored.concerns.count("letter_signature", "sealed is null and letter", letter))
                .isOne();
        assertThat(restored.recorded())
                .containsExactly(
                        "concern-hold-lifted system", "concern-purged", "concern-purged", "letter-names-destroyed");
        assertThat(restored.concerns.read(kept)).isEqualTo("kept");

        Started next = new Started(backup);
        next.again.start();
        next.again.run();
        assertThat(next.concerns.told).isEmpty();
        assertThat(next.concerns.read(kept)).isEqualTo("kept");
        assertThat(Files.readString(file())).hasLineCount(6);
    }

    @Test
    void what_was_not_destroyed_after_all_is_not_destroyed_by_the_next_start() throws IOException {
        MigratedDatabase database = MigratedDatabase.fresh();
        Started before = new Started(database);
        ConcernId id = before.concerns.file(ConcernMode.ANONYMOUS, "kept after all");
        before.concerns.withdrawInVain(id);
        assertThat(before.concerns.read(id)).isEqualTo("kept after all");

        Started next = new Started(database);
        next.again.start();

        assertThat(Files.readString(file())).contains(" UNDONE 1 ");
        assertThat(next.concerns.read(id)).isEqualTo("kept after all");
        next.concerns.withdraw(id);
        assertThat(next.concerns.count("concern_key", "concern", id)).isZero();
    }

    @Test
    void what_the_list_lacks_is_added_to_it_and_nothing_is_destroyed_while_it_cannot_be_written() throws IOException {
        MigratedDatabase database = MigratedDatabase.fresh();
        Started before = new Started(database);
        ConcernId first = before.concerns.file(ConcernMode.ANONYMOUS, "first");
        ConcernId second = before.concerns.file(ConcernMode.ANONYMOUS, "second");
        MigratedDatabase backup = database.copy();
        before.concerns.withdraw(first);
        String whole = Files.readString(file());
        Files.delete(file());
        assertThatThrownBy(() -> before.concerns.withdraw(second)).hasMessageContaining("Nothing was changed");
        assertThat(before.concerns.read(second)).isEqualTo("second");
        Files.writeString(file(), whole.substring(0, whole.indexOf('\n') + 20));

        new Started(database).again.start();

        Started restored = new Started(backup);
        assertThatThrownBy(() -> restored.concerns.read(first)).hasMessageContaining("no such concern");
        assertThat(restored.list.problems()).singleElement().asString().contains("1 lines cannot be read");
        assertThat(restored.concerns.read(second)).isEqualTo("second");
    }

    @Test
    void a_start_that_cannot_destroy_again_ends_and_what_only_cannot_be_finished_is_tried_again() {
        MigratedDatabase database = MigratedDatabase.fresh();
        Started started = new Started(database);
        ConcernId id = started.concerns.file(ConcernMode.ANONYMOUS, "gone");
        started.list.add(id, Destruction.withdrawn(LocalDate.now(Clock.systemUTC())));
        List<String> steps = new ArrayList<>();

        assertThatThrownBy(() -> started.with(List.of(new Failing(id, "makeUnreadable", steps)))
                        .start())
                .hasMessage("makeUnreadable");
        DestroyingAgain finishing = started.with(List.of(new Failing(id, "finish", steps)));
        finishing.start();
        finishing.run();

        assertThat(finishing.isRunning()).isTrue();
        assertThat(steps).containsExactly("makeUnreadable", "makeUnreadable", "finish", "finish");
    }

    private record Failing(ConcernId id, String where, List<String> steps) implements Destroying {

        @Override
        public Destruction.Kind kind() {
            return Destruction.Kind.WITHDRAWN;
        }

        @Override
        public List<Destroyed> done() {
            return List.of();
        }

        @Override
        public List<ConcernId> left() {
            return List.of(id);
        }

        @Override
        public void makeUnreadable(ConcernId concern, Destruction before) {
            step("makeUnreadable");
        }

        @Override
        public void finish(ConcernId concern, Destruction before) {
            step("finish");
        }

        private void step(String step) {
            steps.add(step);
            if (step.equals(where)) {
                throw new IllegalStateException(step);
            }
        }
    }

    private static void hold(Started started, ConcernId id) {
        started.concerns
                .jdbc
                .sql(
                        """
                insert into concern.legal_hold (id, concern, reason, asked_by, asked_on)
                values (:hold, :id, 'A labour court asked for it on 3 January.', 'olga.petrova', current_date)""")
                .param("hold", UUID.randomUUID())
                .param("id", id.value())
                .update();
    }

    /** Nothing waits on a contract because of these. */
    private static ConcernMeasures measures() {
        return (ConcernMeasures) Proxy.newProxyInstance(
                DestroyedAgainIT.class.getClassLoader(),
                new Class<?>[] {ConcernMeasures.class},
                (proxy, called, with) -> null);
    }

    private Path file() {
        return folder.resolve("destroyed");
    }
}
