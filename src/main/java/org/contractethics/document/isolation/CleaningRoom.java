package org.contractethics.document.isolation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each file rebuilt in a process of its own that knows no other file. Whatever the file does there costs that file its copy and
 * nothing else.
 */
public final class CleaningRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CleaningRoom.class);

    private final ReaderCommand command;
    private final ReadingLimits limits;
    private final ReadingFolders folders;
    private final Semaphore turns;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    public CleaningRoom(ReadingLimits limits) throws IOException {
        this(limits, CleaningProcess.class);
    }

    CleaningRoom(ReadingLimits limits, Class<?> main) throws IOException {
        this.command = new ReaderCommand(main.getName(), limits.memory());
        this.limits = limits;
        this.folders = ReadingFolders.open();
        this.turns = new Semaphore(limits.atATime(), true);
    }

    /** Waits for its turn. Files that are too large for a process are given up unread. */
    public Cleaned clean(byte[] original) throws IOException, InterruptedException {
        if (original.length > CleanedFrames.LONGEST_FILE) {
            return Cleaned.without(Outcome.GIVEN_UP);
        }
        turns.acquire();
        try {
            return inAProcess(original);
        } finally {
            turns.release();
        }
    }

    private Cleaned inAProcess(byte[] original) throws IOException {
        Path own = folders.create("cleaning-");
        Process process = command.start(own, folders.shared());
        running.add(process);
        Deadline deadline = new Deadline(limits.hardLimit(), () -> end(process));
        try {
            CleanedFrames.writeFile(process.getOutputStream(), original);
            return CleanedFrames.read(new BufferedInputStream(process.getInputStream(), 64 * 1024));
        } catch (IOException lost) {
            LOG.warn("file given up by its cleaning process, time over={}", deadline.isOver());
            return Cleaned.without(Outcome.GIVEN_UP);
        } finally {
            deadline.callOff();
            end(process);
            running.remove(process);
            ReadingFolders.remove(own);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends whatever still runs. */
    @Override
    public void close() {
        running.forEach(CleaningRoom::end);
        folders.close();
    }
}
