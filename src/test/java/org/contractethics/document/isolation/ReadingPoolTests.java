package org.contractethics.document.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.Recognition;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes that misbehave in every way a hostile file could make them. */
class ReadingPoolTests {

    private static final Recognition RECOGNITION =
            new Recognition(Path.of("/bin/false"), "eng", 1, Duration.ofSeconds(-4)); // over once it has begun

    private static final ReadingPool POOL = pool(Duration.ofSeconds(30), 100, Duration.ofMinutes(1));

    private final List<Progress> told = new CopyOnWriteArrayList<>();

    @AfterAll
    static void end() {
        POOL.close();
        await().untilAsserted(() -> assertThat(POOL.processes()).isZero());
    }

    @Test
    void one_process_reads_file_after_file() throws Exception {
        String first = words(POOL, "process");

        assertThat(words(POOL, "process")).isEqualTo(first);
    }

    @Test
    void a_process_is_replaced_after_so_many_files() throws Exception {
        try (ReadingPool pool = pool(Duration.ofSeconds(30), 2, Duration.ofMinutes(1))) {
            String first = words(pool, "process");

            assertThat(words(pool, "process")).isEqualTo(first);
            assertThat(words(pool, "process")).isNotEqualTo(first);
        }
    }

    @Test
    void a_process_without_work_ends() throws Exception {
        try (ReadingPool pool = pool(Duration.ofSeconds(30), 100, Duration.ofMillis(300))) {
            words(pool, "process");

            await().untilAsserted(() -> assertThat(pool.processes()).isZero());
        }
    }

    @Test
    void a_file_that_hangs_is_ended_and_the_next_one_is_read() throws Exception {
        try (ReadingPool pool = pool(Duration.ofMillis(-3500), 100, Duration.ofMinutes(1))) {
            assertThat(read(pool, "hang")).isEqualTo(new Unreadable(UnreadableReason.LIMIT_HIT));
        }
        assertThat(words(POOL, "print next")).isEqualTo("printed");
    }

    @Test
    void a_file_whose_pictures_take_too_long_is_read_without_them() throws Exception {
        try (ReadingPool pool = pool(Duration.ZERO, 100, Duration.ofMinutes(1))) {
            assertThat(words(pool, "recognise-and-hang")).isEqualTo("without recognition");
            assertThat(told).contains(new Progress(Phase.RECOGNISING, 1, 2));
        }
    }

    @Test
    void a_file_that_eats_the_memory_hits_a_limit() throws Exception {
        assertThat(read(POOL, "allocate")).isEqualTo(new Unreadable(UnreadableReason.LIMIT_HIT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0",
                "exit 1",
                "recurse",
                "garbage hello, this is no frame",
                "claim 2000000000",
                "wrong-offsets",
                "embed-link /etc/passwd"
            })
    void a_process_that_ends_or_says_what_cannot_be_costs_its_file_only(String script) throws Exception {
        assertThat(read(POOL, script)).isEqualTo(new Unreadable(UnreadableReason.READER_STOPPED));
        assertThat(words(POOL, "print next")).isEqualTo("printed");
    }

    @Test
    void what_a_parser_prints_is_no_answer() throws Exception {
        assertThat(words(POOL, "print {\"text\":null}")).isEqualTo("printed");
    }

    @Test
    void files_found_inside_lie_in_the_scratch_folder() throws Exception {
        try (Workplace place = place(POOL, "embed-inside")) {
            Text text = (Text) POOL.read(place, null, told::add);

            assertThat(text.embedded().get(0).file()).hasContent("inner").hasParent(place.scratch());
        }
    }

    @Test
    void a_file_without_words_of_its_own_keeps_what_is_inside_it() throws Exception {
        try (Workplace place = place(POOL, "embed-only inner")) {
            Text text = (Text) POOL.read(place, null, told::add);

            assertThat(text.parts()).isEmpty();
            assertThat(text.embedded().get(0).file()).hasContent("inner");
        }
        assertThat(read(POOL, "say-a-gap not-read")).isInstanceOfSatisfying(Text.class, text -> assertThat(text.gaps())
                .containsExactly("not-read"));
    }

    @Test
    void the_process_has_neither_environment_nor_settings_of_the_application() throws Exception {
        assertThat(words(POOL, "environment")).isEqualTo("{LANG=C.UTF-8, OMP_THREAD_LIMIT=1}");
        assertThat(words(POOL, "properties")).doesNotContain("spring.", "contract-ethics.", "local.attach");
    }

    @Test
    void the_password_goes_to_the_process_and_into_no_words() throws Exception {
        try (Workplace place = place(POOL, "password")) {
            Text text = (Text) POOL.read(place, "s3cret", told::add);

            assertThat(text.parts().get(0).text()).isEqualTo("s3cret");
            assertThat(place.toString()).doesNotContain("s3cret");
        }
        Message.Order order = new Message.Order(Path.of("file"), Path.of("scratch"), "s3cret", Duration.ZERO, null);
        assertThat(order.toString()).doesNotContain("s3cret");
    }

    @Test
    void the_folder_of_a_file_is_gone_when_its_place_is_closed() throws Exception {
        Workplace place = place(POOL, "folder");
        POOL.read(place, null, told::add);

        place.close();

        assertThat(place.file().getParent()).doesNotExist();
    }

    @Test
    void a_process_that_was_killed_while_it_waited_is_replaced() throws Exception {
        long pid = Long.parseLong(words(POOL, "process"));

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertThat(words(POOL, "process")).isNotEqualTo(Long.toString(pid));
    }

    private static ReadingPool pool(Duration time, int files, Duration idle) {
        try {
            return new ReadingPool(new ReadingLimits("64m", time, 2, files, idle, RECOGNITION), ScriptedProcess.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Workplace place(ReadingPool pool, String script) throws IOException {
        Workplace place = pool.workplace("test");
        Files.writeString(place.file(), script);
        return place;
    }

    private Reading read(ReadingPool pool, String script) throws Exception {
        try (Workplace place = place(pool, script)) {
            return pool.read(place, null, told::add);
        }
    }

    private String words(ReadingPool pool, String script) throws Exception {
        Reading reading = read(pool, script);
        assertThat(reading).as(script).isInstanceOf(Text.class);
        return ((Text) reading).parts().get(0).text();
    }
}
