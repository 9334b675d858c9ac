package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonpUtils;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.BenchmarkSize;
import org.contractethics.Requests;
import org.contractethics.local.LocalServices;
import org.contractethics.search.internal.SearchFixtures.ReadableBy;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast clauses reach the index against a bare bulk call of the same ones, and how fast ten usual questions are answered over
 * many of them against the same request sent over HTTP, in the same run. Measured only on demand: {@code -Dbenchmark.clauses=1000000
 * -Dbenchmark.texts=<folder of contract texts>}; in every build once over three hundred made-up clauses.
 */
class SearchBenchmarkIT {

    private static final BenchmarkSize SIZE = BenchmarkSize.of("benchmark.clauses", 300);
    private static final int CLAUSES_OF_A_CONTRACT = 80;
    private static final int AT_ONCE = SIZE.either(4_000, 100);
    private static final int RATE_SAMPLE = SIZE.either(20_000, 200);
    private static final int WARM_UP = SIZE.either(5, 0);
    private static final int ROUNDS = SIZE.either(30, 1);
    private static final List<String> QUESTIONS = List.of(
            "termination for convenience",
            "audit rights",
            "facial recognition",
            "\"intellectual property\"",
            "\"terminate notice\"~6",
            "confidential AND (information OR data) NOT public",
            "indemnif*",
            "liabilty~1",
            "assignment consent tier:T3",
            "governing law new york");
    /** Each question finds one of them. */
    private static final List<String> MADE_UP = List.of(
            "Either party may terminate this Agreement for convenience upon written notice of thirty days.",
            "The Customer has audit rights over all records of the services that concern facial recognition.",
            "Each party keeps its intellectual property; liabilty, so misspelt, is limited to the fees.",
            "Confidential information and data are kept from others, and each party indemnifies the other.",
            "No assignment without consent. This Agreement is under the governing law of New York.");

    private final String cluster = requireNonNull(
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings().get("contract-ethics.elasticsearch.url"));
    private final ElasticsearchSettings settings =
            SearchFixtures.settings(cluster, "searching-benchmark-" + UUID.randomUUID());
    private final ElasticsearchClient client = SearchFixtures.client(cluster);
    private final ClauseIndex index = new ClauseIndex(client, SearchFixtures.definition(), settings);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> texts = texts();

    @Test
    void tells_how_fast_clauses_are_written_and_found() throws IOException {
        String bare = settings.clauses() + "-bare";
        try {
            index.ensure();
            client.indices().create(c -> c.index(bare)
                    .withJson(new StringReader(SearchFixtures.definition().json())));
            rates(bare);
            client.indices().delete(d -> d.index(bare));
            fill(SIZE.count());
            questions();
        } finally {
            client.indices().delete(d -> d.index(settings.clauses() + "-000001"));
        }
    }

    /** In turns, so that both meet the same load. */
    private void rates(String bare) {
        var writer = SearchFixtures.writer(client);
        long ours = 0;
        long bulk = 0;
        for (int round = 0; round < RATE_SAMPLE / AT_ONCE; round++) {
            List<ClauseDocument> clauses = clauses(round * AT_ONCE, AT_ONCE);
            List<String> lines = bodies(bare, clauses);
            long begun = System.nanoTime();
            lines.forEach(body -> send("/_bulk", body));
            long between = System.nanoTime();
            writer.write(index.alias(), true, clauses);
            if (round > 0) {
                bulk += between - begun;
                ours += System.nanoTime() - between;
            }
        }
        long counted = (long) RATE_SAMPLE - AT_ONCE;
        say(
                "indexing: ours %,.0f clauses/s, bare bulk %,.0f clauses/s, ratio %.2f",
                counted * 1e9 / ours, counted * 1e9 / bulk, (double) bulk / ours);
    }

    /** The same portions, made into requests beforehand. */
    private static List<String> bodies(String name, List<ClauseDocument> clauses) {
        var json = new JsonMapper();
        ShownConcepts shown = SearchFixtures.shownConcepts();
        var bodies = new ArrayList<String>();
        for (int from = 0; from < clauses.size(); from += 500) {
            var body = new StringBuilder();
            for (ClauseDocument clause : clauses.subList(from, Math.min(from + 500, clauses.size()))) {
                body.append("{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}%n".formatted(name, clause.id()))
                        .append(json.writeValueAsString(
                                new IndexedClause(clause, shown.in(clause.heading(), clause.text()))))
                        .append('\n');
            }
            bodies.add(body.toString());
        }
        return bodies;
    }

    private void fill(int wanted) {
        var writer = SearchFixtures.writer(client);
        long begun = System.nanoTime();
        for (int from = RATE_SAMPLE; from < wanted; from += AT_ONCE) {
            writer.write(index.alias(), true, clauses(from, Math.min(AT_ONCE, wanted - from)));
        }
        index.refresh();
        try {
            long bytes = client.indices()
                    .stats(s -> s.index(index.alias()))
                    .all()
                    .primaries()
                    .store()
                    .sizeInBytes();
            long held = client.count(c -> c.index(index.alias())).count();
            assertThat(held).isEqualTo(Math.max(wanted, RATE_SAMPLE));
            say(
                    "filled: %,d clauses in %,d s, %,d bytes on disk, %,d bytes per clause",
                    held, (System.nanoTime() - begun) / 1_000_000_000, bytes, bytes / held);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void questions() {
        // a request that prints itself stops after 10,000 characters otherwise
        JsonpUtils.maxToStringLength(1_000_000);
        var queries = SearchFixtures.queries(client, settings);
        ContractSearch search = SearchFixtures.search(queries, new ReadableBy(Set.of(Role.HR_REVIEWER), Set.of()));
        Map<String, Long> totals = new LinkedHashMap<>();
        long[] ours = new long[QUESTIONS.size() * ROUNDS];
        long[] raw = new long[QUESTIONS.size() * ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int n = 0; n < QUESTIONS.size(); n++) {
                SearchQuery query = SearchQuery.of(QUESTIONS.get(n));
                String printed = queries.request(query, SearchFixtures.REVIEWER, List.of())
                        .toString();
                String body = printed.substring(printed.indexOf('{'));
                long begun = System.nanoTime();
                send("/" + index.alias() + "/_search", body);
                long between = System.nanoTime();
                totals.put(
                        query.words(),
                        search.find(query, SearchFixtures.REVIEWER).total());
                if (round >= 0) {
                    raw[round * QUESTIONS.size() + n] = between - begun;
                    ours[round * QUESTIONS.size() + n] = System.nanoTime() - between;
                }
            }
        }
        assertThat(totals.values()).as("clauses found: %s", totals).allMatch(found -> found > 0);
        for (int n = 0; n < QUESTIONS.size(); n++) {
            long[] one = every(ours, n);
            say(
                    "%s: p50 %.0f ms, p95 %.0f ms, raw p95 %.0f ms, %,d clauses",
                    QUESTIONS.get(n),
                    at(one, 50),
                    at(one, 95),
                    at(every(raw, n), 95),
                    totals.getOrDefault(QUESTIONS.get(n), 0L));
        }
        say(
                "all: p50 %.0f ms, p95 %.0f ms; raw p50 %.0f, p95 %.0f ms; ratio of the p95 %.2f, of the p50 %.2f",
                at(ours, 50),
                at(ours, 95),
                at(raw, 50),
                at(raw, 95),
                at(ours, 95) / at(raw, 95),
                at(ours, 50) / at(raw, 50));
    }

    private static long[] every(long[] times, int n) {
        long[] one = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            one[round] = times[round * QUESTIONS.size() + n];
        }
        return one;
    }

    private static double at(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private String send(String path, String body) {
        try {
            HttpRequest request = Requests.to(URI.create(cluster + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        answer.body().substring(0, Math.min(500, answer.body().length())));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Clauses of the pack's contracts again and again, each time of another contract and with a number of its own. */
    private List<ClauseDocument> clauses(int from, int count) {
        var clauses = new ArrayList<ClauseDocument>();
        for (int n = from; n < from + count; n++) {
            int contract = n / CLAUSES_OF_A_CONTRACT;
            String id = new UUID(0x5ea2c4, contract).toString();
            int ordinal = n % CLAUSES_OF_A_CONTRACT;
            String text = texts.get((int) ((n * 7919L) % texts.size())) + " Order " + contract + ".";
            clauses.add(ClauseFixtures.clause(id, id, ordinal, text, 1 + ordinal / 4));
        }
        return clauses;
    }

    private static List<String> texts() {
        return SIZE.isMeasured() ? textsOf(Path.of(System.getProperty("benchmark.texts", ""))) : MADE_UP;
    }

    private static List<String> textsOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> clauses = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                for (String paragraph : Files.readString(file).split("\\n\\s*\\n", -1)) {
                    String text = paragraph.strip().replaceAll("\\s+", " ");
                    if (text.length() >= 80) {
                        clauses.add(text.substring(0, Math.min(1_500, text.length())));
                    }
                }
            }
            return clauses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String format, Object... values) {
        SIZE.say("benchmark: " + format + " (load %.1f)%n", with(values));
    }

    private static Object[] with(Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return all;
    }
}
