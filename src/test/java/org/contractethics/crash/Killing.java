package org.contractethics.crash;

import static org.contractethics.crash.Waiting.waiting;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.contractethics.crash.Step.Prepared;
import org.contractethics.local.ApplicationProcess;

/** Kills the application while it works on a request. */
final class Killing {

    /** As long as a request takes, about. */
    private static final int LONGEST_DELAY_MILLIS = 150;

    private final ApplicationProcess application;
    private final Database database;
    private final Random chance;

    Killing(ApplicationProcess application, Database database, long seed) {
        this.application = application;
        this.database = database;
        this.chance = new Random(seed);
    }

    /** Returns when nothing of the application is left, on this machine and in the database. */
    void during(Step step, Prepared prepared, Moment moment) throws SQLException, InterruptedException {
        CompletableFuture<Void> sending;
        switch (moment) {
            case ON_THE_BRINK -> {
                try (Connection held = database.holdRecord()) {
                    sending = send(prepared);
                    database.awaitSomebodyWaitingForTheRecord();
                    application.kill();
                    held.rollback();
                }
            }
            case AT_RANDOM -> {
                int delay = chance.nextInt(LONGEST_DELAY_MILLIS + 1);
                sending = send(prepared);
                // no condition to wait for: the point is not to know how far the request has come
                Thread.sleep(delay);
                application.kill();
            }
            case JUST_COMMITTED -> {
                sending = send(prepared);
                waiting()
                        .pollInterval(Duration.ofMillis(1))
                        .pollDelay(Duration.ZERO)
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> database.count(step.happened()) > 0);
                application.kill();
            }
            default -> throw new IllegalStateException("no such moment: " + moment);
        }
        sending.join();
        database.awaitNobodyElseConnected();
    }

    private static CompletableFuture<Void> send(Prepared prepared) {
        return CompletableFuture.runAsync(() -> {
            try {
                prepared.person().send(prepared.request());
            } catch (IOException e) {
                // the connection broke with the application, which is what this is about
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
