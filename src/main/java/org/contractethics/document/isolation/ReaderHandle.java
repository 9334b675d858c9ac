package org.contractethics.document.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.isolation.Message.Answer;
import org.contractethics.document.isolation.Message.Order;
import org.contractethics.document.isolation.ProcessLost.How;

/** One reading process, as the application holds it. */
final class ReaderHandle {

    private static final int OUT_OF_MEMORY = 3;
    private static final long SECONDS_TO_END = 2;

    private final Process process;

    /** Done when the process has ended and its folder is removed. */
    private final CompletableFuture<Void> cleared;

    private final InputStream answers;
    private final OutputStream orders;
    private int files;
    private long idleSince;

    private ReaderHandle(Process process, CompletableFuture<Void> cleared) {
        this.process = process;
        this.cleared = cleared;
        this.answers = new BufferedInputStream(process.getInputStream(), 64 * 1024);
        this.orders = new BufferedOutputStream(process.getOutputStream());
    }

    static ReaderHandle start(ReaderCommand command, ReadingFolders folders) throws IOException {
        Path own = folders.create("process-");
        Process process = command.start(own, folders.shared());
        return new ReaderHandle(process, process.onExit().thenRun(() -> ReadingFolders.remove(own)));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    int files() {
        return files;
    }

    void restsFrom(long nanos) {
        idleSince = nanos;
    }

    long idleSince() {
        return idleSince;
    }

    /** @param progress is told some times a second at most; must not throw */
    Reading read(Order order, ReadingLimits limits, Consumer<Progress> progress) throws ProcessLost {
        files++;
        boolean recognising = false;
        Deadline deadline = new Deadline(limits.hardLimit(), this::kill);
        AnswerCheck check = new AnswerCheck(order.scratch());
        try {
            Frames.write(orders, order);
            while (true) {
                Answer answer = nextAnswer(check);
                if (answer.text() != null) {
                    return answer.text();
                }
                if (answer.unreadable() != null) {
                    return new Unreadable(answer.unreadable());
                }
                if (answer.progress() != null) {
                    if (answer.progress().phase() == Phase.RECOGNISING && !recognising) {
                        recognising = true;
                        deadline.moveTo(limits.hardLimitOfRecognition());
                    }
                    progress.accept(answer.progress());
                }
            }
        } catch (IOException e) {
            throw new ProcessLost(how(deadline, e), recognising);
        } finally {
            deadline.callOff();
        }
    }

    private Answer nextAnswer(AnswerCheck check) throws IOException {
        try {
            Answer answer = Frames.read(answers, Answer.class, Frames.LONGEST_ANSWER)
                    .orElseThrow(() -> new IOException("the process has ended"));
            check.check(answer);
            return answer;
        } catch (NullPointerException e) {
            throw new ImpossibleAnswerException("an answer with holes"); // what records say that were given nothing
        }
    }

    private How how(Deadline deadline, IOException lost) {
        if (deadline.isOver()) {
            return How.TIME;
        }
        if (lost instanceof ImpossibleAnswerException) {
            kill(); // it still runs, and nothing it says or does matters any more
            return How.BROKEN;
        }
        try {
            boolean ended = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            return ended && process.exitValue() == OUT_OF_MEMORY ? How.MEMORY : How.BROKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return How.BROKEN;
        } finally {
            kill();
        }
    }

    /** Waits a moment until it is gone, and its folder with it. */
    void awaitEnd() {
        try {
            cleared.get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the next start removes what is left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once, with whatever it has started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
