package org.contractethics.record.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.contractethics.BenchmarkSize;
import org.contractethics.MigratedDatabase;
import org.contractethics.contract.internal.SignedContractsInTables;
import org.contractethics.review.internal.DecisionsInTables;
import org.contractethics.shared.KeptTables;
import org.contractethics.shared.ProcessHistory;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * R37: what holding tables and history against 100,000 entries costs; prints, and judges no time. Run by {@code mvn test
 * -Dtest=BesideBenchmark}. The history of the engine is a map here, so its three statements are not counted.
 */
class BesideBenchmark {

    private final BenchmarkSize size = size();

    /** Reviews entered at once: each entry moves the head, whose versions a transaction has to walk through. */
    private static final int TOGETHER = 100;

    /** Of each review: opened, three stages, three votes, one dissent, one decision. */
    private static final String ENTRIES =
            """
            with one as (
                select r, k, (r * 9 + k) as n, md5('review' || r)::uuid as review, md5('decision' || r)::uuid as decision
                from generate_series(%d, %d) r, generate_series(0, 8) k),
            facts as (
                select n, case when k = 8 then md5('contract' || r)::uuid end as contract,
                    case when k = 0 then 'review-opened' when k < 4 then 'stage-completed' when k < 7 then 'vote-cast'
                        when k = 7 then 'dissent-recorded' else 'decision-recorded' end as kind,
                    case when k = 0 then jsonb_build_object('reviewId', review)
                        when k < 4 then jsonb_build_object('reviewId', review, 'stage', (array['TRIAGE', 'RESEARCH', 'VOTE'])[k],
                            'startedAt', '2026-11-24T09:14:05Z', 'dueAt', '2026-12-24T09:14:05Z', 'hours', 3)
                        when k < 7 then jsonb_build_object('reviewId', review, 'round', 1, 'commitment', (%s))
                        when k = 8 then jsonb_build_object('reviewId', review, 'decisionId', decision)
                        else jsonb_build_object('decisionId', decision, 'voter', '*', 'outcome', 'REJECT', 'reasons', '*') end as facts
                from one)
            insert into record.entry (n, kind, contract, actor, occurred_at, recorded_at, body, leaf, mac)
            select n, kind, contract, '*', case when contract is null then now() else '2026-11-24T09:14:05Z' end, now(), b,
                sha256('\\x00'::bytea || b), sha256(b)
            from (select n, kind, contract, convert_to(jsonb_build_object('facts', facts, 'kind', kind, 'seq', n)::text, 'UTF8') as b
                from facts) e order by n""";

    private static final String COMMITMENT =
            """
            encode(sha256(convert_to(concat_ws(E'\\n', 'salt', review, 1, 'voter.' || k, 'HR_REVIEWER', 'REJECT', 'R09', 'SEVERE',
                encode(sha256(''::bytea), 'hex'), 'It harms whoever is detained because of it.'), 'UTF8')), 'hex')""";

    private final SingleConnectionDataSource source = connection();
    private final JdbcClient owner = JdbcClient.create(source);
    private final TellingEntries entries = new TellingEntries(owner);

    private static SingleConnectionDataSource connection() {
        try {
            return new SingleConnectionDataSource(
                    MigratedDatabase.fresh().asOwner().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A multiple of {@value #TOGETHER} reviews. */
    BenchmarkSize size() {
        return BenchmarkSize.measured(12_500);
    }

    @Test
    void measure() {
        fill();
        List<KeptTables> modules = List.of(DecisionsInTables.judgements(owner), SignedContractsInTables.on(owner));
        ProcessHistory history = history();
        for (int round = 1; round <= size.either(3, 1); round++) {
            time(
                    "tables, round " + round,
                    () ->
                            TablesBeside.differences(
                                            modules.stream().flatMap(module -> module.tables().stream()), entries)
                                    .stream()
                                    .findFirst());
            time(
                    "history, round " + round,
                    () -> HistoryBeside.difference(
                            entries.of(
                                    List.of(HistoryBeside.OPENED, HistoryBeside.COMPLETED),
                                    List.of(KeptTables.ACTOR, "onBehalfOf")),
                            asked -> asked,
                            history,
                            Instant.now()));
        }
        source.destroy();
    }

    private void fill() {
        execute("set session_replication_role = replica");
        for (int first = 0; first < size.count(); first += TOGETHER) {
            execute(ENTRIES.formatted(first, first + TOGETHER - 1, COMMITMENT));
        }
        execute("insert into record.sealed (n, field, person, nonce, value) select n, '/actor', 'dana', sha256('x'),"
                + " 'dana'::bytea from record.entry");
        execute("insert into record.sealed (n, field, person, nonce, value) select n, f, 'dana', sha256('x'), v::bytea"
                + " from record.entry, (values ('/facts/voter', 'dana'), ('/facts/reasons', 'It harms.')) s (f, v)"
                + " where kind = 'dissent-recorded'");
        String reviews = " from generate_series(0, " + (size.count() - 1) + ") r";
        execute("insert into review.review (id, contract_id, submitter, opened_at, document_set_hash, contract_version,"
                + " intake) select md5('review' || r)::uuid, gen_random_uuid(), 'sofia', now(), repeat('0', 64), 0, '{}'"
                + reviews);
        execute("insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,"
                + " policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at)"
                + " select md5('decision' || r)::uuid, md5('review' || r)::uuid, md5('contract' || r)::uuid, 1, 1, 'T3', 'REJECT',"
                + " 'No', '{}', 1, repeat('a', 64), repeat('0', 64), 0, '{}', 'dana', '2026-11-24T09:14:05Z'"
                + reviews);
        execute("insert into review.dissent (id, decision_id, voter, role, outcome, rights, severity, reasons) select"
                + " gen_random_uuid(), md5('decision' || r)::uuid, 'dana', 'HR_REVIEWER', 'REJECT', '{}', 'SEVERE',"
                + " 'It harms.'" + reviews);
        execute(
                "insert into review.vote (id, review_id, round, voter, role, choice, rights, severity, evidence, reasons,"
                        + " salt, commitment, cast_at) select gen_random_uuid(), review, 1, 'voter.' || k, 'HR_REVIEWER', 'REJECT',"
                        + " '{R09}', 'SEVERE', '', 'It harms whoever is detained because of it.', 'salt', ("
                        + COMMITMENT
                        + "), now() from (select md5('review' || r)::uuid as review" + reviews
                        + ") v, generate_series(4, 6) k");
        execute("analyze");
    }

    private ProcessHistory history() {
        Map<ReviewId, ProcessHistory.Trace> traces = new HashMap<>();
        for (int r = 0; r < size.count(); r++) {
            List<ProcessHistory.Step> steps = new ArrayList<>();
            for (String stage : List.of("TRIAGE", "RESEARCH", "VOTE")) {
                steps.add(new ProcessHistory.Step(stage, "dana", Instant.now()));
            }
            Map<String, Integer> passed = Map.of("TRIAGE", 1, "RESEARCH", 1, "VOTE", 1);
            traces.put(new ReviewId(ofText("review" + r)), new ProcessHistory.Trace(Instant.now(), steps, passed));
        }
        return new ProcessHistory() {
            @Override
            public Duration kept() {
                return Duration.ofDays(3_650);
            }

            @Override
            public Map<ReviewId, Trace> reviews() {
                return traces;
            }
        };
    }

    /** As PostgreSQL reads the text of an MD5. */
    private static UUID ofText(String text) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(md5);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        owner.sql(sql).update();
    }

    private void time(String what, Supplier<?> work) {
        long start = System.nanoTime();
        Object found = work.get();
        assertThat(found).as(what).isEqualTo(Optional.empty());
        size.say("%-30s %,8d ms  %s%n", what, (System.nanoTime() - start) / 1_000_000, found);
    }
}
