package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.BenchmarkSize;
import org.contractethics.CountedStatements;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ReviewsToDecide;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a review costs from intake to decision, as a multiple of the bare engine running the same model on the same database;
 * every second one is T1, the others T3. Both go in turns of 20, so that they share the load of the machine. Measured only on
 * demand: {@code -Dbenchmark.reviews=1000}; in every build one turn of two reviews shows that they still come to their decisions.
 */
@IntegrationTest
class ReviewBenchmarkIT {

    private static final BenchmarkSize SIZE = BenchmarkSize.of("benchmark.reviews", 2);
    private static final int TURN = SIZE.either(20, 2);
    private static final Pattern TABLE =
            Pattern.compile("(?:from|into|update|join)\\s+(?:only\\s+)?([a-z_]+)\\.[a-z_]+", Pattern.CASE_INSENSITIVE);

    private final ReviewsToDecide reviews;
    private final ClaimingTasks claiming;
    private final InboxItems items;
    private final JdbcClient database;
    private final Environment settings;
    private final Map<Object, Object> beans;

    @Autowired
    ReviewBenchmarkIT(
            ReviewsToDecide reviews,
            ClaimingTasks claiming,
            InboxItems items,
            JdbcClient database,
            Environment settings,
            DueDates dueDates,
            ReviewPath reviewPath,
            Escalations escalations) {
        this.reviews = reviews;
        this.claiming = claiming;
        this.items = items;
        this.database = database;
        this.settings = settings;
        this.beans = Map.of("dueDates", dueDates, "reviewPath", reviewPath, "escalations", escalations);
    }

    @Test
    void tells_what_a_review_costs_above_the_bare_engine() throws Exception {
        int count = SIZE.count();
        int decidedBefore = decided();
        try (BareEngine bare = new BareEngine(settings, beans)) {
            for (int warming = 0; warming < SIZE.either(2, 0); warming++) {
                turn(bare, 0);
            }
            long before = history("engine");
            long bareBefore = history(bare.schema());
            List<Turn> turns = new ArrayList<>();
            while (turns.size() * TURN < count) {
                turns.add(turn(bare, turns.size()));
            }
            if (SIZE.isMeasured()) {
                report(turns);
            }
            long size = history("engine") - before;
            long bareSize = history(bare.schema()) - bareBefore;
            SIZE.say(
                    "history of the engine per review: %.1f KB, bare %.1f KB%n",
                    size / 1024.0 / count, bareSize / 1024.0 / count);
        }
        assertThat(decided() - decidedBefore).isGreaterThanOrEqualTo(count);
    }

    /** Nanoseconds and statements of one turn of both. */
    private record Turn(long ours, long bare, Map<String, Long> statements, Map<String, Long> bareStatements) {}

    private Turn turn(BareEngine bare, int number) {
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < TURN; i++) {
            contracts.add(reviews.registered(tier(i), "Turn " + number + " of " + UUID.randomUUID()));
        }
        contracts.forEach(reviews::awaitRead);
        CountedStatements.take();
        long start = System.nanoTime();
        for (int i = 0; i < TURN; i++) {
            bare.decide(UUID.randomUUID().toString(), contracts.get(i).id().toString(), tier(i));
        }
        long bareTime = System.nanoTime() - start;
        Map<String, Long> bareStatements = CountedStatements.take();
        start = System.nanoTime();
        for (int i = 0; i < TURN; i++) {
            reviews.decide(contracts.get(i), tier(i), this::claim);
        }
        return new Turn(System.nanoTime() - start, bareTime, CountedStatements.take(), bareStatements);
    }

    private static Tier tier(int number) {
        return number % 2 == 0 ? Tier.T1 : Tier.T3;
    }

    private void claim(ReviewId review, Stage stage, Actor person) {
        InboxItem open = items.ofSubject(review.value()).stream()
                .filter(item -> !item.done() && item.taskKey().equals(stage.taskKey()))
                .findFirst()
                .orElseThrow();
        claiming.claim(open.taskId(), person);
    }

    private static void report(List<Turn> turns) {
        int count = turns.size() * TURN;
        double ours = turns.stream().mapToLong(Turn::ours).sum() / 1e6 / count;
        double bare = turns.stream().mapToLong(Turn::bare).sum() / 1e6 / count;
        double[] ratios = turns.stream()
                .mapToDouble(turn -> (double) turn.ours() / turn.bare())
                .sorted()
                .toArray();
        System.out.printf(
                "a review %.1f ms, the bare engine %.1f ms; ratio of the sums %.2f, median of %d turns %.2f%n",
                ours, bare, ours / bare, ratios.length, ratios[ratios.length / 2]);
        statements("bare", turns.stream().map(Turn::bareStatements).toList(), count);
        statements("ours", turns.stream().map(Turn::statements).toList(), count);
    }

    private static void statements(String whose, List<Map<String, Long>> turns, int count) {
        Map<String, Long> bySchema = new java.util.TreeMap<>();
        Map<String, Long> byText = new java.util.HashMap<>();
        turns.forEach(turn -> turn.forEach((sql, number) -> {
            Matcher table = TABLE.matcher(sql);
            bySchema.merge(table.find() ? table.group(1) : "other", number, Long::sum);
            byText.merge(sql.replaceAll("\\s+", " ").strip(), number, Long::sum);
        }));
        System.out.printf(
                "statements of a review, %s: %.1f%n",
                whose, (double) bySchema.values().stream().mapToLong(n -> n).sum() / count);
        bySchema.forEach((schema, number) -> System.out.printf("  %6.1f %s%n", (double) number / count, schema));
        byText.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(Integer.getInteger("benchmark.statements", 0))
                .forEach(entry ->
                        System.out.printf("    %6.1f %.160s%n", (double) entry.getValue() / count, entry.getKey()));
    }

    /** Bytes of the engine's history with its indexes. */
    private long history(String schema) {
        return database.sql(
                        """
                        select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = :schema and c.relkind = 'r' and c.relname like 'act_hi_%'
                        """)
                .param("schema", schema)
                .query(Long.class)
                .single();
    }

    private int decided() {
        return database.sql("select count(*) from review.decision")
                .query(Integer.class)
                .single();
    }
}
