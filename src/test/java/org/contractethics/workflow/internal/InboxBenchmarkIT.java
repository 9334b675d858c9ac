package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.contractethics.BenchmarkSize;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxFilter.Due;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast the inbox answers with 1,000,000 tasks in it, a tenth of them open: everything the page asks of the server, down to
 * what this person may do about each line. Measured only on demand: {@code -Dbenchmark.inbox=1000000}; with {@code
 * -Dbenchmark.limit=100} it fails where a 95th percentile is above so many milliseconds. In every build it asks the same once over a
 * thousand tasks, which it takes back.
 */
@IntegrationTest
class InboxBenchmarkIT {

    private static final BenchmarkSize SIZE = BenchmarkSize.of("benchmark.inbox", 1_000);
    private static final int WARM_UP = SIZE.either(10, 0);
    private static final int ROUNDS = SIZE.either(60, 1);
    private static final Actor PRIYA =
            new Actor("priya.raman", "Priya Raman", Set.of(Role.LEGAL_REVIEWER, Role.EMPLOYEE));
    private static final Actor RUTH = new Actor("ruth.castillo", "Ruth Castillo", Set.of(Role.PANEL_CHAIR));
    private static final Actor OLGA = new Actor("olga.petrova", "Olga Petrova", Set.of(Role.OMBUDS));

    private final Inbox inbox;
    private final Environment settings;
    private final DataSource database;
    private final TransactionTemplate transaction;

    @Autowired
    InboxBenchmarkIT(Inbox inbox, Environment settings, DataSource database, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.settings = settings;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void tells_how_long_the_common_questions_take() throws SQLException {
        if (SIZE.isMeasured()) {
            ManyTasks.fill(settings, SIZE.count());
            measure();
        } else {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                ManyTasks.add(DataSourceUtils.getConnection(database), SIZE.count());
                measure();
            });
        }
    }

    private void measure() {
        assertThat(inbox.page(query(View.ALL, InboxFilter.NONE, Sort.DUE)).total())
                .isPositive();
        Map<String, Long> slow = new LinkedHashMap<>();
        questions().forEach((name, question) -> {
            long p95 = measure(name, () -> inbox.page(question));
            slow.put(name, p95);
        });
        slow.put("agencies to choose from", measure("agencies to choose from", () -> inbox.agencies(PRIYA, View.ALL)));

        Integer limit = Integer.getInteger("benchmark.limit");
        if (limit != null) {
            slow.values().removeIf(p95 -> p95 <= limit * 1_000L);
            assertThat(slow).as("microseconds").isEmpty();
        }
    }

    private static long measure(String name, Runnable question) {
        long[] micros = new long[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long start = System.nanoTime();
            question.run();
            if (i >= 0) {
                micros[i] = (System.nanoTime() - start) / 1_000;
            }
        }
        Arrays.sort(micros);
        long p95 = micros[ROUNDS * 95 / 100];
        SIZE.say(
                "inbox p50 %6.1f ms  p95 %6.1f ms  least %6.1f ms  %s%n",
                micros[ROUNDS / 2] / 1000.0, p95 / 1000.0, micros[0] / 1000.0, name);
        return p95;
    }

    private static Map<String, InboxQuery> questions() {
        Map<String, InboxQuery> questions = new LinkedHashMap<>();
        for (View view : View.values()) {
            questions.put("view " + view.label(), query(view, InboxFilter.NONE, Sort.DUE));
        }
        questions.put("newest first", query(View.ALL, InboxFilter.NONE, Sort.NEWEST));
        questions.put("tier T4", query(View.ALL, new InboxFilter("", "T4", null, null, null, null), Sort.DUE));
        questions.put(
                "one role, unclaimed",
                query(View.UNCLAIMED, new InboxFilter("", null, Role.LEGAL_REVIEWER, null, null, null), Sort.DUE));
        questions.put(
                "one step, due within a week",
                query(View.GROUPS, new InboxFilter("", null, null, "mitigation", null, Due.WEEK), Sort.DUE));
        questions.put(
                "one agency", query(View.ALL, new InboxFilter("", null, null, null, "Agency 77", null), Sort.DUE));
        questions.put("rare words", query(View.ALL, InboxFilter.text("Contract 4711 "), Sort.DUE));
        questions.put("common words", query(View.ALL, InboxFilter.text("detention"), Sort.DUE));
        questions.put("words nowhere", query(View.ALL, InboxFilter.text("unheard of"), Sort.DUE));
        questions.put(
                "tier, agency, overdue",
                query(View.GROUPS, new InboxFilter("", "T3", null, null, "Agency 78", Due.OVERDUE), Sort.DUE));
        questions.put(
                "one step, votes of the panel",
                query(View.GROUPS, new InboxFilter("", null, null, "vote", null, null), Sort.DUE));
        questions.put("the panel chair, who may take tasks back", query(RUTH, View.ALL, InboxFilter.NONE, Sort.DUE));
        questions.put("the ombuds, of many concerns", query(OLGA, View.ALL, InboxFilter.NONE, Sort.DUE));
        return questions;
    }

    private static InboxQuery query(View view, InboxFilter filter, Sort sort) {
        return query(PRIYA, view, filter, sort);
    }

    private static InboxQuery query(Actor viewer, View view, InboxFilter filter, Sort sort) {
        return new InboxQuery(viewer, view, filter, sort, 1, Instant.now());
    }
}
