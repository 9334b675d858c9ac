package org.contractethics.concern.internal.destroyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.concern.internal.destroyed.Destruction.Kind;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.TestVault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FullDisk;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestroyedListTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @TempDir
    private Path folder = Path.of("");

    private final ConcernId withdrawn = new ConcernId(UUID.randomUUID());
    private final ConcernId purged = new ConcernId(UUID.randomUUID());
    private final ConcernId letter = new ConcernId(UUID.randomUUID());
    private Path file = Path.of("");

    @BeforeEach
    void three_were_destroyed() {
        file = folder.resolve("destroyed");
        DestroyedList list = TestList.at(file);
        list.add(withdrawn, Destruction.withdrawn(DAY));
        list.add(purged, Destruction.purged("CHANGED", DAY.plusDays(1)));
        list.add(letter, Destruction.ofNames(DAY.plusDays(2)));
    }

    @Test
    void the_next_start_knows_what_was_destroyed_and_which_keys_open_nothing_any_more() {
        DestroyedList list = TestList.at(file);

        assertThat(list.problems()).isEmpty();
        assertThat(list.find(purged, Kind.PURGED)).contains(Destruction.purged("CHANGED", DAY.plusDays(1)));
        assertThat(list.find(purged, Kind.WITHDRAWN)).isEmpty();
        assertThat(list.name(withdrawn, Part.HANDLING)).isTrue();
        assertThat(list.name(withdrawn, Part.original(3))).isTrue();
        assertThat(list.name(purged, Part.REVIEW)).isTrue();
        assertThat(list.name(letter, Part.LETTER)).isTrue();
        assertThat(list.name(letter, Part.HANDLING)).isFalse();
        assertThat(list.name(new ConcernId(UUID.randomUUID()), Part.HANDLING)).isFalse();
    }

    @Test
    void a_full_disk_keeps_no_half_of_a_line_and_nothing_is_destroyed() throws IOException {
        String before = Files.readString(file);
        DestroyedFile full =
                new DestroyedFile(file, new DestroyedLines(TestVault.marks()::ofDestroyed), new FullDisk());
        DestroyedList list = new DestroyedList(full, TestVault.marks());
        ConcernId another = new ConcernId(UUID.randomUUID());

        assertThatThrownBy(() -> list.add(another, Destruction.withdrawn(DAY)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be written");

        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(list.find(another, Kind.WITHDRAWN)).isEmpty();
        assertThat(TestList.at(file).problems()).isEmpty();
    }

    @Test
    void whoever_reads_the_file_learns_days_and_outcomes_and_neither_a_concern_nor_an_hour() throws IOException {
        TestList.at(file).add(withdrawn, Destruction.purged("WITHDRAWN", DAY));

        assertThat(Files.readString(file))
                .doesNotContain(withdrawn.toString(), purged.toString(), letter.toString())
                .contains(" 2026-11-27 PURGED-CHANGED ");
        List<String> subjects = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(" ", -1)[3])
                .toList();
        assertThat(subjects)
                .as("what became of one concern is told under marks that have nothing in common")
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(Files.getLastModifiedTime(file)
                        .toInstant()
                        .atZone(ZoneOffset.UTC)
                        .toLocalTime())
                .isEqualTo(LocalTime.MIDNIGHT);
    }

    @Test
    void the_same_is_written_once() throws IOException {
        TestList.at(file).add(withdrawn, Destruction.withdrawn(DAY.plusDays(9)));

        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-26:2026-11-20", "WITHDRAWN:NAMES", " [0-9a-f]{32} : 0000000000000000000000000000aaaa "})
    void a_changed_line_counts_for_nothing_and_is_said(String change) throws IOException {
        String[] parts = change.split(":", -1);
        Files.writeString(file, Files.readString(file).replaceFirst(parts[0], parts[1]));

        DestroyedList list = TestList.at(file);

        assertThat(list.problems())
                .singleElement()
                .asString()
                .contains("is damaged", "1 lines cannot be read or were changed", "Put a whole copy");
        assertThat(list.name(withdrawn, Part.HANDLING)).isFalse();
        assertThat(list.name(purged, Part.HANDLING)).as("no other suffers").isTrue();
    }

    @Test
    void a_removed_line_leaves_a_gap_and_a_cut_off_one_costs_no_other() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(
                file, lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(3).substring(0, 30));

        DestroyedList list = TestList.at(file);
        assertThat(list.problems()).singleElement().asString().contains("1 lines cannot", "and 1 are missing");
        list.add(letter, Destruction.ofNames(DAY));

        assertThat(TestList.at(file).name(letter, Part.LETTER)).isTrue();
        assertThat(TestList.at(file).name(purged, Part.HANDLING)).isTrue();
    }

    @Test
    void a_list_of_another_installation_stops_the_start() throws IOException {
        String own = Files.readString(file);
        Files.writeString(file, own.replaceFirst("Installation [0-9a-f]{32}", "Installation " + "0".repeat(32)));
        assertThatThrownBy(() -> TestList.at(file)).hasMessageContaining("this installation did not write");

        Files.writeString(file, "something else\n");
        assertThatThrownBy(() -> TestList.at(file)).hasMessageContaining("this installation did not write");
        assertThatThrownBy(() -> TestList.at(folder)).hasMessageContaining("cannot be read");
    }

    @Test
    void a_list_that_is_not_there_any_more_is_not_begun_anew() throws IOException {
        DestroyedList list = TestList.at(file);
        Files.delete(file);

        assertThatThrownBy(() -> list.add(new ConcernId(UUID.randomUUID()), Destruction.withdrawn(DAY)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAVAILABLE));
        assertThat(file).doesNotExist();
    }

    @RepeatedTest(25)
    void two_nodes_add_to_one_file_and_learn_of_each_other() throws Exception {
        List<DestroyedList> nodes = List.of(TestList.at(file), TestList.at(file));
        List<ConcernId> concerns = Stream.generate(() -> new ConcernId(UUID.randomUUID()))
                .limit(40)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            threads.invokeAll(IntStream.range(0, concerns.size())
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        nodes.get(number % 2).add(concerns.get(number), Destruction.withdrawn(DAY));
                        return true;
                    })
                    .toList());
        } finally {
            threads.shutdown();
        }

        nodes.forEach(DestroyedList::refresh);

        assertThat(TestList.at(file).problems()).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(44);
        assertThat(nodes).allSatisfy(node -> assertThat(concerns)
                .allMatch(concern -> node.find(concern, Kind.WITHDRAWN).isPresent()));
    }

    @Test
    void without_a_file_nothing_is_named() {
        DestroyedList none = new DestroyedList(new DestroyedSettings(Path.of("")), TestVault.marks());

        none.add(withdrawn, Destruction.withdrawn(DAY));

        assertThat(none.isKept()).isFalse();
        assertThat(none.name(withdrawn, Part.HANDLING)).isFalse();
    }
}
