package org.contractethics.document.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.document.extraction.TypeDetector;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads a folder of real, hostile, fuzzed and protected files (with a {@code MANIFEST.tsv} that names kind and password) through
 * real reading processes. Run it with {@code mvn test -Dtest=IsolatedFolderTests -Ddocuments.folder=<folder>}; {@code
 * -Ddocuments.kinds=hostile,fuzz} takes some kinds only.
 */
@EnabledIfSystemProperty(named = "documents.folder", matches = ".+")
class IsolatedFolderTests {

    private static final Path FOLDER = Path.of(System.getProperty("documents.folder", ""));
    private static final List<String> KINDS =
            Arrays.asList(System.getProperty("documents.kinds", "").split(",", -1));

    private final Map<String, Integer> ends = new TreeMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicLong largestProcess = new AtomicLong();

    /** @param password empty where the file needs none */
    private record Listed(Path file, String kind, String password) {}

    @Test
    void every_file_comes_to_an_end_no_process_is_left_and_the_heap_is_as_before() throws Exception {
        List<Listed> files = files();
        long before = usedHeap();
        long began = System.nanoTime();
        ReadingPool pool = new ReadingPool(limits());
        try {
            readAndCheck(pool, files, began);
        } finally {
            pool.close();
        }
        await().untilAsserted(() -> assertThat(pool.processes()).isZero());
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
        long grown = usedHeap() - before;
        System.out.printf("heap grown by %d kB, largest process %d MB%n", grown / 1024, largestProcess.get() / 1024);
        assertThat(grown).isLessThan(32L * 1024 * 1024);
        ends.forEach((end, count) -> System.out.println(count + "\t" + end));
    }

    private void readAndCheck(ReadingPool pool, List<Listed> files, long began) throws Exception {
        Map<Path, Reading> readings = readAll(files, file -> isolated(pool, file));
        say("isolated", files.size(), began);
        assertThat(readings).hasSameSizeAs(files);
        for (Listed file : files) {
            if (!file.password().isEmpty()) {
                assertThat(readings.get(file.file())).as("%s", file.file()).isInstanceOf(Text.class);
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "documents.compare", matches = "true")
    void both_ways_of_reading_come_to_the_same_ends() throws Exception {
        List<Listed> files = files();
        long began = System.nanoTime();
        Map<Path, Reading> inside = readAll(files, IsolatedFolderTests::inThisProcess);
        say("in this process", files.size(), began);
        began = System.nanoTime();
        try (ReadingPool pool = new ReadingPool(limits())) {
            Map<Path, Reading> outside = readAll(files, file -> isolated(pool, file));
            say("isolated", files.size(), began);

            for (Listed file : files) {
                assertThat(end(outside.get(file.file()))).as("%s", file.file()).isEqualTo(end(inside.get(file.file())));
            }
        }
    }

    private interface Way {

        Reading read(Listed file) throws Exception;
    }

    private static ReadingLimits limits() {
        return new ReadingLimits("512m", Duration.ofSeconds(60), 2, 100, Duration.ofMinutes(2), null);
    }

    private Map<Path, Reading> readAll(List<Listed> files, Way way) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Map<Path, Future<Reading>> begun = new LinkedHashMap<>();
        for (Listed file : files) {
            begun.put(file.file(), threads.submit(() -> timed(file, way)));
        }
        Map<Path, Reading> readings = new LinkedHashMap<>();
        for (Map.Entry<Path, Future<Reading>> one : begun.entrySet()) {
            Reading reading = one.getValue().get();
            ends.merge(end(reading), 1, Integer::sum);
            readings.put(one.getKey(), reading);
        }
        threads.shutdown();
        return readings;
    }

    private Reading timed(Listed file, Way way) throws Exception {
        long began = System.nanoTime();
        Reading reading = way.read(file);
        long millis = (System.nanoTime() - began) / 1_000_000;
        slowest.accumulateAndGet(millis, Math::max);
        System.out.println(end(reading) + "\t" + millis + " ms\t" + FOLDER.relativize(file.file()));
        return reading;
    }

    private Reading isolated(ReadingPool pool, Listed file) throws Exception {
        try (Workplace place = pool.workplace("test")) {
            Files.copy(file.file(), place.file());
            Reading reading =
                    pool.read(place, file.password().isEmpty() ? null : file.password(), at -> measureProcesses());
            measureProcesses();
            return reading;
        }
    }

    private static Reading inThisProcess(Listed file) throws Exception {
        DocumentType type = new TypeDetector().detect(file.file()).type();
        return type == null
                ? new Unreadable(UnreadableReason.DAMAGED)
                : new TextReader(Duration.ofSeconds(60))
                        .read(new ReadingRequest(
                                file.file(), type, file.password().isEmpty() ? null : file.password(), null));
    }

    /** Resident memory of the processes this test has started. */
    private void measureProcesses() {
        ProcessHandle.current().children().forEach(child -> {
            try (var lines = Files.lines(Path.of("/proc", Long.toString(child.pid()), "status"))) {
                lines.filter(line -> line.startsWith("VmHWM"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .forEach(kilobytes -> largestProcess.accumulateAndGet(kilobytes, Math::max));
            } catch (IOException | RuntimeException e) {
                // gone meanwhile, or no Linux
            }
        });
    }

    private void say(String way, int files, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s: %d files, %.1f s, %.1f files/s, slowest %d ms%n",
                way, files, seconds, files / seconds, slowest.getAndSet(0));
    }

    private static String end(@Nullable Reading reading) {
        return reading instanceof Unreadable unreadable ? unreadable.reason().code() : "text";
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Listed> files() throws IOException {
        List<Listed> files = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("MANIFEST.tsv"))) {
            String[] cells = line.split("\t", -1);
            boolean wanted = cells[0].matches("(office|pdf|cuad/pdf|mail_and_other)/.*")
                    && (KINDS.equals(List.of("")) || KINDS.contains(cells[6]));
            if (wanted) {
                files.add(new Listed(FOLDER.resolve(cells[0]), cells[6], cells[7]));
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
