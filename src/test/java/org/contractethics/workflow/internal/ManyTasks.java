package org.contractethics.workflow.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.Stage;
import org.contractethics.shared.Role;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.core.env.Environment;

/** As many tasks as asked for, ten for each review of a contract, nine of them done. The database belongs to the run. */
final class ManyTasks {

    private static final List<Stage> STAGES = List.of(
            Stage.DOCUMENT_CHECK,
            Stage.LEGAL_STOP,
            Stage.TRIAGE,
            Stage.RESEARCH,
            Stage.ASSESSMENT,
            Stage.MITIGATION,
            Stage.VOTE,
            Stage.DECISION,
            Stage.SIGNATURE_GATE);
    private static final List<String> TOPICS =
            List.of("detention", "scanner", "cloud", "software", "radio", "drone", "laptop", "analytics", "network");
    private static final int CHUNK = 20_000;

    private static final String CONTRACTS =
            """
            insert into contract.contract (id, title, description, awarding_name, awarding_type, awarding_country, supplier,
                resellers, end_users, capabilities, data_kinds, countries, currency, secrecy, source, submitter, state,
                registered_at, changed_at, changed_by, words)
            select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Contract ' || n, '', 'Agency ' || n %% 500,
                'BORDER', 'US', 'We', '{}', '{}', '{}', '{}', '{US}', 'USD', 'NONE', 'FORM', 'sofia.marin', 'IN_REVIEW',
                now(), now(), 'system', ''
            from generate_series(1, %d) as n
            """;
    private static final String REVIEWS =
            """
            insert into review.review (id, contract_id, submitter, opened_at, document_set_hash, contract_version, intake,
                table_tier, tier)
            select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid,
                ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'sofia.marin', now(), repeat('a', 64), 1,
                '{"endUse": "Case handling", "plannedSignature": null, "accountTeam": [], "gaps": []}', 'T2', 'T' || 2 + n %% 3
            from generate_series(1, %d) as n
            """;

    private static final String EXCLUSIONS =
            """
            insert into workflow.inbox_exclusion (subject_id, username)
            select id, submitter from review.review
            union all
            select id, 'priya.raman' from (
                select id from review.review where id::text like '00000000-0000-4000-9000-%' order by id limit 2000) conflicts
            on conflict do nothing
            """;

    private static final String VOTES =
            """
            insert into review.vote_round (review_id, round, pass, space, panel, opened_at)
            select id, 1, 1, '{"allowed": ["APPROVE", "REJECT"], "decider": "PANEL", "majority": "MAJORITY", "basis": [], "safeguards": [],
                "rows": [], "policy": {"number": 1, "contentHash": "packed", "effectiveFrom": "2026-01-01"}}', true, now()
            from review.review where id::text like '00000000-0000-4000-9000-%' and id in (
                select subject_id from workflow.inbox_item where task_key in ('vote', 'decision') and completed_at is null)
            """;
    private static final String OURS = "id::text like '00000000-0000-4000-a000-%%'";

    /** One concern for every hundred reviews, a quarter of them open. */
    private static final List<String> CONCERNS = List.of(
            """
            insert into concern.concern (id, contract, mode, topic, status, filed_on, acknowledge_by, answer_by,
                acknowledged_on, answered_on)
            select ('00000000-0000-4000-a000-' || lpad(n::text, 12, '0'))::uuid,
                ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'OPEN', 'OTHER',
                case when n %% 4 = 0 then 'RECEIVED' else 'ANSWERED' end, current_date, current_date + 7, current_date + 90,
                case when n %% 4 <> 0 then current_date end, case when n %% 4 <> 0 then current_date end
            from generate_series(1, %d) as n
            """,
            "insert into concern.reporter (concern, mark) select id, sha256(uuid_send(id)) from concern.concern where "
                    + OURS,
            """
            insert into workflow.inbox_item (task_id, subject_kind, subject_id, task_key, label, roles, shared, created_at,
                due_at, completed_at, completed_by)
            select id, 'CONCERN', id, 'acknowledge-concern', 'Acknowledge the concern', '{OMBUDS}', false, now(),
                acknowledge_by, case when status = 'ANSWERED' then now() end,
                case when status = 'ANSWERED' then 'olga.petrova' end
            from concern.concern where\s"""
                    + OURS);

    private ManyTasks() {}

    /** For good, and vacuumed. */
    static void fill(Environment settings, int tasks) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password"));
                Statement statement = owner.createStatement()) {
            add(owner, tasks);
            statement.execute("vacuum analyze review.vote_round");
            statement.execute("vacuum analyze concern.concern");
            statement.execute("vacuum analyze workflow.inbox_item");
            statement.execute("vacuum analyze workflow.inbox_exclusion");
            statement.execute("vacuum analyze review.review");
            statement.execute("vacuum analyze contract.contract");
        }
    }

    /** In the transaction of the connection. */
    static void add(Connection connection, int tasks) {
        int reviews = tasks / 10;
        try (Statement statement = connection.createStatement()) {
            statement.execute(CONTRACTS.formatted(reviews));
            statement.execute(REVIEWS.formatted(reviews));
            copy(connection.unwrap(PGConnection.class).getCopyAPI(), reviews);
            statement.execute(EXCLUSIONS);
            statement.execute(VOTES);
            for (String concerns : CONCERNS) {
                statement.execute(concerns.formatted(reviews / 100));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(CopyManager copies, int reviews) throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        StringBuilder rows = new StringBuilder();
        for (int n = 1; n <= reviews; n++) {
            for (int i = 0; i < 10; i++) {
                append(rows, n, i, now);
            }
            if (n % (CHUNK / 10) == 0 || n == reviews) {
                send(copies, rows);
            }
        }
    }

    private static void send(CopyManager copies, StringBuilder rows) throws SQLException {
        try {
            copies.copyIn(
                    "copy workflow.inbox_item (task_id, subject_kind, subject_id, task_key, label, roles, shared, contract_id,"
                            + " contract_reference, contract_title, agency, tier, created_at, due_at, assignee, claimed_at,"
                            + " completed_at, completed_by) from stdin",
                    new StringReader(rows.toString()));
            rows.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Task {@code i} of review {@code n}; the last one is open, due up to 60 days ago or ahead, four in ten of them claimed. */
    private static void append(StringBuilder rows, int n, int i, Instant now) {
        boolean open = i == 9;
        Stage stage = STAGES.get(open ? n % STAGES.size() : i);
        String holder = stage.shared() ? "\\N" : n % 2_000 == 3 ? "priya.raman" : "reviewer" + n % 300;
        boolean claimed = !stage.shared() && (!open || n % 10 < 4);
        Instant due = now.plus((n * 7L) % 120 - 60, ChronoUnit.DAYS).plusSeconds(n % 3_600);
        Instant done = now.minus((n * 13L + i) % 900 + 1, ChronoUnit.DAYS);
        row(
                rows,
                new UUID(n, i).toString(),
                "REVIEW",
                "00000000-0000-4000-9000-%012d".formatted(n),
                stage.taskKey(),
                stage.label(),
                "{"
                        + String.join(
                                ",", stage.candidates().stream().map(Role::name).toList()) + "}",
                stage.shared() ? "t" : "f",
                "00000000-0000-4000-8000-%012d".formatted(n),
                "C-%06d".formatted(n),
                "Contract " + n + " for " + TOPICS.get(n % TOPICS.size()),
                "Agency " + n % 500,
                "T" + (2 + n % 3),
                due.minus(20, ChronoUnit.DAYS).toString(),
                due.toString(),
                claimed ? holder : "\\N",
                claimed ? due.minus(10, ChronoUnit.DAYS).toString() : "\\N",
                open ? "\\N" : done.toString(),
                open ? "\\N" : stage.shared() ? "ruth.castillo" : holder);
    }

    private static void row(StringBuilder rows, String... cells) {
        rows.append(String.join("\t", cells)).append('\n');
    }
}
