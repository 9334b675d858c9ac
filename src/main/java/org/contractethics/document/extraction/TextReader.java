package org.contractethics.document.extraction;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractethics.document.extraction.Reading.Unreadable;

/**
 * Reads any document, each in a thread of its own and within a time limit, two at a time. Nothing a file does reaches the
 * caller: not an exception, not an error of the virtual machine, not a parser that never returns.
 */
public final class TextReader {

    /** A second thread is enough to keep one slow file from holding up the others. */
    private static final int AT_A_TIME = 2;

    private static final int STUCK_AT_MOST = 4;
    private static final long STACK_BYTES = 4L * 1024 * 1024;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_A_TIME);
    private final AtomicInteger stuck = new AtomicInteger();
    private final Duration timeLimit;

    /** @param timeLimit for one file, counted from when its turn has come */
    public TextReader(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    /** Waits for its turn, reads, and answers the text or the reason why there is none. */
    public Reading read(ReadingRequest request) throws InterruptedException {
        turns.acquire();
        try {
            // threads that ignored the end of their time still burn processor time: no more of them than this
            if (stuck.get() >= STUCK_AT_MOST) {
                return new Unreadable(UnreadableReason.LIMIT_HIT);
            }
            return readInOwnThread(request);
        } finally {
            turns.release();
        }
    }

    private Reading readInOwnThread(ReadingRequest request) throws InterruptedException {
        CompletableFuture<Reading> answer = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> readInto(answer, request), "document-reading", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(timeLimit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            giveUp(thread, answer);
            return new Unreadable(UnreadableReason.LIMIT_HIT);
        } catch (ExecutionException e) {
            return new Unreadable(Failures.reason(e));
        } catch (InterruptedException e) {
            giveUp(thread, answer);
            throw e;
        }
    }

    /** From now on the thread counts as stuck, until it comes to its end after all. */
    private void giveUp(Thread thread, CompletableFuture<Reading> answer) {
        if (answer.cancel(true)) {
            stuck.incrementAndGet();
        }
        thread.interrupt();
    }

    private void readInto(CompletableFuture<Reading> answer, ReadingRequest request) {
        boolean awaited = answer.complete(readNow(request));
        if (!awaited) {
            stuck.decrementAndGet();
        }
    }

    private Reading readNow(ReadingRequest request) {
        try {
            Draft draft = new Draft(new Budget(timeLimit), request);
            Readers.of(request.type()).read(request.file(), draft);
            return draft.reading();
        } catch (Throwable e) { // parsers throw errors too: missing classes, exhausted stacks
            return new Unreadable(Failures.reason(e));
        }
    }
}
