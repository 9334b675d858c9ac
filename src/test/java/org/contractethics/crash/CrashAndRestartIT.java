package org.contractethics.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.crash.Waiting.waiting;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.contractethics.crash.Step.Prepared;
import org.contractethics.local.ApplicationProcess;
import org.contractethics.local.LocalServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the application while somebody's request is under way, all along the main path, and a restart each time. */
class CrashAndRestartIT {

    private static final long SEED = Long.getLong("crash.seed", 20180619);

    private final LocalServices services =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).forAnother("crash");
    private final ApplicationProcess application = new ApplicationProcess(services);
    private final Database database;
    private final MainPath path;
    private final Killing killing;

    CrashAndRestartIT() throws SQLException {
        database = new Database(services);
        path = new MainPath(services.baseUrl(), database);
        killing = new Killing(application, database, SEED);
    }

    @AfterEach
    void leave_no_process_behind() {
        application.close();
        database.close();
    }

    /** Bad input 30 */
    @Test
    void nothing_is_lost_or_half_done_wherever_the_application_is_killed() throws Exception {
        application.start();
        settle();

        for (Step step : path.steps()) {
            for (Moment moment : KillPlan.of(step)) {
                if (!happened(step)) {
                    killAndRestart(step, moment);
                }
            }
            if (!happened(step)) {
                go(step);
            }
            assertThat(Promises.broken(database)).as(step.name()).isEmpty();
        }

        settle();
        assertThat(database.text("select state from contract.contract")).isEqualTo("SIGNED");
        assertThat(database.text("select status from concern.concern")).isEqualTo("ANSWERED");
        assertWhatIsMissingIsNoticed();
    }

    /** Without this, a promise whose queries find nothing would pass for a promise kept. */
    private void assertWhatIsMissingIsNoticed() throws SQLException {
        String unrecorded =
                """
                insert into concern.concern (id, mode, topic, status, filed_on, acknowledge_by, answer_by)
                values (gen_random_uuid(), 'OPEN', 'HARM', 'RECEIVED', now(), now(), now())""";

        List<String> broken = database.supposing(unrecorded, () -> Promises.broken(database));

        assertThat(broken)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "concerns",
                        "every concern has a process",
                        "every process of a concern stands where the concern stands");
    }

    private boolean happened(Step step) {
        return database.count(step.happened()) > 0;
    }

    private void go(Step step) throws Exception {
        Prepared prepared = step.preparing().prepare();
        HttpResponse<String> answer = prepared.person().send(prepared.request());
        assertThat(answer.statusCode())
                .as("%s: %s", step.name(), Forms.words(answer.body()))
                .isBetween(300, 399);
        assertThat(happened(step)).as(step.name()).isTrue();
    }

    private void killAndRestart(Step step, Moment moment) throws Exception {
        Prepared prepared = step.preparing().prepare();
        killing.during(step, prepared, moment);
        boolean happened = happened(step);
        System.out.printf(
                "[crash] kill %d, %s of \"%s\": it %s%n",
                application.starts(), moment, step.name(), happened ? "happened" : "did not happen");
        if (moment != Moment.AT_RANDOM) {
            assertThat(happened).as(step.name()).isEqualTo(moment == Moment.JUST_COMMITTED);
        }
        assertThat(Promises.broken(database)).as(step.name() + ", while down").isEmpty();

        database.letTenMinutesPass();
        application.start();

        if (happened) {
            sendAgain(step, prepared);
        }
        settle();
    }

    /** The answer never arrived, so the form is sent once more; it must not do the same thing twice. */
    private void sendAgain(Step step, Prepared prepared) throws Exception {
        HttpResponse<String> answer = prepared.person().send(prepared.request());
        assertThat(answer.statusCode())
                .as("%s, sent again: %s", step.name(), Forms.words(answer.body()))
                .isLessThan(500);
        assertThat(database.count(step.happened())).as(step.name()).isEqualTo(1);
    }

    /** Waits until everything that may be late is there, and holds the whole against what must be. */
    private void settle() throws Exception {
        database.awaitDocumentsRead();
        database.awaitEverythingDelivered();
        database.awaitVerifications(application.starts());
        assertThat(database.texts("select problem from record.verification where problem is not null"))
                .isEmpty();
        assertThat(Promises.broken(database)).isEmpty();
        if (database.count("select 1 from document.clause") > 0) {
            awaitClauseFound();
        }
    }

    private void awaitClauseFound() throws Exception {
        Person dana = path.person("dana.whitfield");
        String hit = "<mark>" + path.word() + "</mark>";
        waiting().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(dana.page("/search?q=" + path.word()))
                .contains("1 clause found", hit));
    }
}
