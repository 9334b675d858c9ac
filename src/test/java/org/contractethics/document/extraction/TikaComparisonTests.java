package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.util.FileSystemUtils;

/**
 * Documents per second of processor time, which other work on the machine disturbs least, against Apache Tika's own parsers, which
 * are on the class path by the profile {@code tika} only: the same files, the same heap, the same number of threads, in turns.
 * Files inside files are read by both.
 */
@EnabledIfSystemProperty(named = "documents.folder", matches = ".+")
@EnabledIfSystemProperty(named = "tika.rounds", matches = "\\d+")
class TikaComparisonTests {

    private static final int THREADS = 2;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /** All of Tika's parsers but the one that runs a program for text recognition. */
    private static final String CONFIGURATION =
            """
            <properties><parsers><parser class="org.apache.tika.parser.DefaultParser">
            <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/></parser></parsers></properties>
            """;

    private final TypeDetector detector = new TypeDetector();
    private final TextReader reader = new TextReader(Duration.ofSeconds(60));

    @Test
    void reads_the_folder_faster_than_tika() throws Exception {
        List<Path> files = files(Path.of(System.getProperty("documents.folder")));
        AutoDetectParser tika = new AutoDetectParser(
                new TikaConfig(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8))));
        int rounds = Integer.getInteger("tika.rounds");
        double[] ratios = new double[rounds];

        round(files, this::read);
        round(files, file -> parse(tika, file));
        for (int i = 0; i < rounds; i++) {
            double own = round(files, this::read);
            double theirs = round(files, file -> parse(tika, file));
            ratios[i] = own / theirs;
            System.out.printf(
                    "own %.1f documents/s of processor time, Tika %.1f, ratio %.2f%n", own, theirs, ratios[i]);
        }

        Arrays.sort(ratios);
        System.out.printf("%d files, median ratio %.2f%n", files.size(), ratios[rounds / 2]);
        assertThat(ratios[rounds / 2]).isGreaterThan(1);
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*/(office|pdf|mail_and_other)/.*"))
                    .sorted()
                    .toList();
        }
    }

    private interface Work {
        void on(Path file) throws Exception;
    }

    /** @return documents per second of processor time */
    private static double round(List<Path> files, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            files.forEach(file -> tasks.add(() -> {
                long began = PROCESSOR.getCurrentThreadCpuTime();
                work.on(file);
                return PROCESSOR.getCurrentThreadCpuTime() - began;
            }));
            long spent = 0;
            for (Future<Long> done : threads.invokeAll(tasks)) {
                spent += done.get();
            }
            return files.size() / (spent / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private void read(Path file) throws Exception {
        read(file, 0);
    }

    private void read(Path file, int depth) throws Exception {
        DocumentType type = detector.detect(file).type();
        if (type == null || depth > 4) {
            return;
        }
        Path scratch = Files.createTempDirectory("inside");
        try {
            Reading reading = reader.read(new ReadingRequest(file, Objects.requireNonNull(type), null, scratch));
            if (reading instanceof Text text) {
                for (Reading.EmbeddedFile inside : text.embedded()) {
                    read(inside.file(), depth + 1);
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static void parse(AutoDetectParser tika, Path file) {
        ParseContext context = new ParseContext();
        context.set(Parser.class, tika);
        Metadata metadata = new Metadata();
        try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
            tika.parse(in, new BodyContentHandler(-1), metadata, context);
        } catch (Exception | LinkageError | StackOverflowError e) {
            // encrypted, damaged or hostile: its end too
        }
    }
}
