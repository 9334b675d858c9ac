package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.contractethics.RegisteredContracts;
import org.contractethics.Requests;
import org.contractethics.concern.CanaryScan;
import org.contractethics.local.ApplicationProcess;
import org.contractethics.local.LocalServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The application in a process of its own with a heap of 512 MB, killed while strangers file, and with fifty of them at once. Outside of
 * the build because each start takes a quarter of a minute.
 */
class KilledFilingBenchmark {

    private static final int PEOPLE = 50;
    private static final int KILLS = Integer.getInteger("benchmark.kills", 8);
    private static final long LONGEST_DELAY_MILLIS = 900;
    /** Each of them stands in for something of a filing that must not be there alone. */
    private static final List<String> WHOLE = List.of(
            "concern.filed_words",
            "concern.return_code",
            "concern.proof_of_filing",
            "concern.filer_wrap",
            "concern.untold",
            "concern.attachment");

    private final LocalServices services =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).forAnother("killed");
    private final ApplicationProcess application = new ApplicationProcess(services);
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
            setting("spring.datasource.url"),
            setting("spring.datasource.username"),
            setting("spring.datasource.password")));
    private final Random chance = new Random(8);

    @AfterEach
    void leave_no_process_behind() {
        application.close();
    }

    /** S8 */
    @Test
    void nothing_is_half_filed_and_a_code_that_was_shown_opens_wherever_it_is_killed() throws Exception {
        application.start();
        List<String> shown = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            Optional<String> code = killedWhileFiling();
            assertThat(halfFiled()).isEmpty();
            code.ifPresent(shown::add);
            application.start();
        }
        for (String code : shown) {
            assertThat(new Stranger(services.baseUrl()).enter(code).statusCode())
                    .isEqualTo(303);
        }
        killedInMidUpload();
    }

    private Optional<String> killedWhileFiling() throws InterruptedException {
        // a whole filing first: in an application that has just started, every moment would come too early
        Stranger before = new Stranger(services.baseUrl());
        Stranger.code(before.post("/speak/en/send", Stranger.hidden(checked(before)), Map.of()));
        int filed = concerns();
        Stranger stranger = new Stranger(services.baseUrl());
        HttpResponse<String> check = checked(stranger);
        CompletableFuture<Optional<String>> sending = CompletableFuture.supplyAsync(() -> {
            try {
                return Optional.of(Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of())));
            } catch (IllegalStateException broken) {
                return Optional.empty();
            }
        });
        // no condition to wait for: the point is not to know how far the filing has come
        Thread.sleep((long) (chance.nextDouble() * LONGEST_DELAY_MILLIS));
        application.kill();
        Optional<String> code = sending.join();
        await().atMost(Duration.ofSeconds(30)).until(this::nobodyElseIsConnected);
        boolean isFiled = concerns() > filed;
        System.out.printf(
                "%s, the code was %s%n", isFiled ? "filed" : "not filed", code.isPresent() ? "shown" : "not shown");
        assertThat(isFiled || code.isEmpty())
                .as("a code is shown of what is filed")
                .isTrue();
        return code;
    }

    private static HttpResponse<String> checked(Stranger stranger) {
        return stranger.upload(
                "/speak/en/check",
                Stranger.hidden(stranger.get("/speak/en/file")),
                Map.of("topic", "END_USE", "text", "Killed " + UUID.randomUUID()),
                Map.of("saw.docx", RegisteredContracts.docx("What I saw")));
    }

    /** Half of 20 MB has arrived: nothing of it lies on a disk, before the kill and after it. */
    private void killedInMidUpload() throws IOException {
        String word = "canary-upload-" + UUID.randomUUID();
        Instant begun = Instant.now().minusSeconds(1);
        Stranger stranger = new Stranger(services.baseUrl());
        stranger.get("/speak/en/file");
        byte[] half = (word + "\n").repeat(10_000_000 / word.length()).getBytes(StandardCharsets.US_ASCII);
        URI address = URI.create(services.baseUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /speak/en/check HTTP/1.1\r\nHost: localhost:" + address.getPort()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                            + 2 * half.length + "\r\n\r\n--b\r\n"
                            + "Content-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(half);
            out.flush();
            assertThat(filesWith(word, begun)).isEmpty();
            application.kill();
        }
        assertThat(filesWith(word, begun)).isEmpty();
        application.start();
    }

    private static List<Path> filesWith(String word, Instant since) throws IOException {
        CanaryScan scan = new CanaryScan(word);
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("target"))) {
            try (Stream<Path> files = Files.find(
                    folder,
                    8,
                    (path, told) ->
                            told.isRegularFile() && told.lastModifiedTime().compareTo(FileTime.from(since)) > 0)) {
                for (Path file : files.toList()) {
                    if (holds(file, scan)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    private static boolean holds(Path file, CanaryScan scan) throws IOException {
        try {
            return scan.standsIn(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** S13 */
    @Test
    void fifty_come_back_at_once_with_a_heap_of_512_mb() throws Exception {
        application.start();
        String code = new Stranger(services.baseUrl()).file("Timing");
        List<String> health = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> watching = CompletableFuture.runAsync(() -> watch(health));
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<Long>> all = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            all.add(people.submit(() -> millis(code)));
        }
        List<Long> times = new ArrayList<>();
        for (Future<Long> one : all) {
            times.add(one.get());
        }
        people.shutdown();
        watching.cancel(true);
        Collections.sort(times);
        System.out.printf(
                "median %d ms, slowest %d ms, readiness asked %d times%n",
                times.get(PEOPLE / 2), times.get(PEOPLE - 1), health.size());

        assertThat(health).isNotEmpty().allMatch(answer -> answer.startsWith("200"));
        assertThat(concerns()).as("it still answers").isPositive();
        assertThat(new Stranger(services.baseUrl()).enter(code).statusCode()).isEqualTo(303);
    }

    private void watch(List<String> health) {
        HttpRequest readiness = Requests.to(URI.create(services.baseUrl() + "/actuator/health/readiness"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        for (int times = 0; times < 60; times++) {
            try {
                HttpResponse<String> answer = client.send(readiness, HttpResponse.BodyHandlers.ofString());
                health.add(answer.statusCode() + " " + answer.body());
                Thread.sleep(250);
            } catch (IOException e) {
                health.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private long millis(String code) {
        Stranger stranger = new Stranger(services.baseUrl());
        Map<String, String> form = Stranger.hidden(stranger.get("/speak/en/return"));
        long before = System.nanoTime();
        int status =
                stranger.post("/speak/en/return", form, Map.of("code", code)).statusCode();
        assertThat(status).isEqualTo(303);
        return (System.nanoTime() - before) / 1_000_000;
    }

    private int concerns() {
        return jdbc.sql("select count(*) from concern.concern")
                .query(Integer.class)
                .single();
    }

    /** Concerns that lack something, and parts that lack their concern. */
    private List<String> halfFiled() {
        List<String> half = new ArrayList<>();
        for (String table : WHOLE) {
            half.addAll(
                    jdbc.sql("select '" + table + ": ' || coalesce(c.id, t.concern) from concern.concern c full join "
                                    + table + " t on t.concern = c.id where c.id is null or t.concern is null")
                            .query(String.class)
                            .list());
        }
        return half;
    }

    private boolean nobodyElseIsConnected() {
        return jdbc.sql(
                        """
                select count(*) = 0 from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'""")
                .query(Boolean.class)
                .single();
    }

    private String setting(String name) {
        return Objects.requireNonNull(services.settings().get(name), name);
    }
}
