package org.contractethics;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts of several people in one instant, and one act while another is not committed yet. */
@Component
public final class AtOnce {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    AtOnce(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What each of them answered, in their order. */
    public <T> List<T> all(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<Future<T>> sent = new ArrayList<>();
            for (Callable<T> act : acts) {
                sent.add(threads.submit(() -> {
                    start.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    return act.call();
                }));
            }
            return answers(sent);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Does the first act and commits it only when the second one, of somebody else, waits for it or has been answered already.
     *
     * @return what the second one answered
     */
    public <T> T beforeCommit(Runnable first, Callable<T> second) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<T> answer = new CompletableFuture<>();
            transaction.executeWithoutResult(status -> {
                first.run();
                other.execute(() -> {
                    try {
                        answer.complete(second.call());
                    } catch (Exception | AssertionError failed) {
                        answer.completeExceptionally(failed);
                    }
                });
                await().atMost(PATIENCE).until(() -> answer.isDone() || somebodyWaits());
            });
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
    }

    /**
     * Starts the acts one after the other, each as soon as the one before waits, while something they all need is held; then lets them go.
     *
     * @param hold takes hold of it until the end of the transaction
     */
    public <T> List<T> oneBehindTheOther(Runnable hold, List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<T>> sent = new ArrayList<>();
            transaction.executeWithoutResult(status -> {
                hold.run();
                for (Callable<T> act : acts) {
                    sent.add(threads.submit(act));
                    await().atMost(PATIENCE).until(() -> waiting() >= sent.size());
                }
            });
            return answers(sent);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> answers(List<Future<T>> sent) throws Exception {
        List<T> answers = new ArrayList<>();
        for (Future<T> one : sent) {
            answers.add(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        return answers;
    }

    private boolean somebodyWaits() {
        return waiting() > 0;
    }

    private int waiting() {
        return database.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }
}
