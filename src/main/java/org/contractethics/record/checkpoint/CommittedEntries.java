package org.contractethics.record.checkpoint;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.contractethics.record.internal.Committed;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.shared.RecurringWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has checkpoints made right after commits, in a thread of its own, and again by the engine's timer, so that nothing stays behind for
 * long after a crash. Many commits share one checkpoint: the thread signs at most once a second, unless a decision waits.
 */
@Component
public class CommittedEntries implements Committed, RecurringWork, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommittedEntries.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String FAULT =
            "The record could not be signed, because the database, the file of checkpoints or"
                    + " the application itself failed. It is tried again.";

    private static final Duration RETRY = Duration.ofMillis(200);

    /** The thread of a request that waits holds a connection, and there are 20. */
    private static final int MOST_WAITING = 6;

    private final SigningCheckpoints signing;
    private final AskingWitnesses witnesses;
    private final Checkpoints checkpoints;
    private final Witnessed witnessed;
    private final Duration decisionsWait;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean wanted;
    private boolean urgent;
    private long rounds;
    private boolean greeted;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String problem;

    CommittedEntries(
            SigningCheckpoints signing,
            AskingWitnesses witnesses,
            Checkpoints checkpoints,
            Witnessed witnessed,
            RecordSettings settings) {
        this.signing = signing;
        this.witnesses = witnesses;
        this.checkpoints = checkpoints;
        this.witnessed = witnessed;
        this.decisionsWait = settings.decisionsWait();
    }

    /** Why nothing is signed; null where all is well. */
    public @Nullable String problem() {
        return problem;
    }

    /** The answer to a decision waits for its witnesses where the settings say so, but never for ever. */
    @Override
    public void entries(long size, boolean decided) {
        boolean waits = decided && !decisionsWait.isZero();
        wake(waits);
        if (waits && waiting.tryAcquire()) {
            try {
                await(size);
            } finally {
                waiting.release();
            }
        }
    }

    /** Once more, whatever has happened: what was committed while a node died is signed by another. */
    @Override
    public void run() {
        round();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        wake(false);
    }

    /** Signs what is new and shows it; the first time, witnesses are asked before anything is signed. */
    synchronized void round() {
        try {
            demandGreeted();
            signing.sign().ifPresent(witnesses::show);
            problem = checkpoints.contradiction().orElse(null);
        } catch (NotSignedException e) {
            if (!e.getMessage().equals(problem)) {
                LOG.error("the record is not signed: {}", e.getMessage());
            }
            problem = e.getMessage();
        } catch (RuntimeException e) {
            problem = FAULT;
            showSigned(e);
            throw e;
        }
    }

    /** Nothing new is signed before enough witnesses have said what they remember: the database may be an older copy. */
    private void demandGreeted() {
        if (!greeted) {
            signing.demandRemembered();
            greeted = witnesses.greet(checkpoints.last());
        }
        if (!greeted) {
            throw new NotSignedException(checkpoints
                    .contradiction()
                    .map(what -> "Nothing is signed any more: " + what)
                    .orElse("Nothing new is signed until enough witnesses have said what they remember."));
        }
    }

    /** What was signed before the fault is shown all the same, or a full disk would keep it from the witnesses. */
    private void showSigned(RuntimeException fault) {
        try {
            if (greeted) {
                checkpoints.last().ifPresent(witnesses::show);
            }
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    private void wake(boolean atOnce) {
        lock.lock();
        try {
            wanted = true;
            urgent |= atOnce;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(long size) {
        long deadline = System.nanoTime() + decisionsWait.toNanos();
        try {
            long seen = rounds();
            do {
                if (!roundAfter(seen)) {
                    wake(true);
                }
                seen = rounds();
            } while (!covers(size) && System.nanoTime() < deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean covers(long size) {
        return witnessed.newest().filter(seen -> seen.size() >= size).isPresent();
    }

    private long rounds() {
        lock.lock();
        try {
            return rounds;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a round ended before the next should be asked for. */
    private boolean roundAfter(long seen) throws InterruptedException {
        lock.lock();
        try {
            long left = RETRY.toNanos();
            while (rounds == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return rounds != seen;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        while (thread == Thread.currentThread()) {
            try {
                awaitWanted();
                round();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("no checkpoint was made, it is tried again", e);
            } finally {
                finished();
            }
        }
    }

    private void awaitWanted() throws InterruptedException {
        lock.lock();
        try {
            long pause = PAUSE.toNanos();
            while (!urgent && pause > 0) {
                pause = changed.awaitNanos(pause);
            }
            while (!wanted) {
                changed.await();
            }
            wanted = false;
            urgent = false;
        } finally {
            lock.unlock();
        }
    }

    private void finished() {
        lock.lock();
        try {
            rounds++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        Thread signer = new Thread(this::work, "record-checkpoints");
        signer.setDaemon(true);
        thread = signer;
        signer.start();
    }

    @Override
    public void stop() {
        Thread signer = thread;
        thread = null;
        if (signer != null) {
            signer.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
