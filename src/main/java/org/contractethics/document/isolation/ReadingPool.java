package org.contractethics.document.isolation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.isolation.Message.Order;
import org.contractethics.document.isolation.ProcessLost.How;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files in processes of their own. Whatever a file does there costs that file: a process that hangs, eats its memory, ends
 * or talks nonsense is ended, and the file gets a named reason. Processes are started when there is work, used for several files
 * and ended when there is none; they end with the application, however that ends.
 */
public final class ReadingPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingPool.class);

    private final ReaderCommand command;
    private final ReadingLimits limits;
    private final ReadingFolders folders;
    private final Semaphore turns;
    private final Deque<ReaderHandle> idle = new ArrayDeque<>();
    private final Set<ReaderHandle> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public ReadingPool(ReadingLimits limits) throws IOException {
        this(limits, ReadingProcess.class);
    }

    ReadingPool(ReadingLimits limits, Class<?> main) throws IOException {
        this.command = new ReaderCommand(main.getName(), limits.memory());
        this.limits = limits;
        this.folders = ReadingFolders.open();
        this.turns = new Semaphore(limits.atATime(), true);
    }

    /**
     * Where one file lies while it is read; everything in it is removed at the end.
     *
     * @param name for log lines: an id, never the name of the file
     * @param scratch takes the files found inside the file
     */
    public record Workplace(String name, Path file, Path scratch) implements Closeable {

        @Override
        public void close() {
            Path folder = file.getParent();
            if (folder != null) {
                ReadingFolders.remove(folder);
            }
        }
    }

    /** An empty place: the caller writes the file and closes the place when what was found in the file is kept. */
    public Workplace workplace(String name) throws IOException {
        Path folder = folders.create("file-");
        return new Workplace(name, folder.resolve("file"), Files.createDirectory(folder.resolve("scratch")));
    }

    /**
     * Waits for its turn, reads, and answers the text or the reason why there is none.
     *
     * @param password opens a protected file; goes to the process and nowhere else
     * @param progress is told about once a second; must not throw
     * @throws IOException where no process can be had
     * @throws InterruptedException also where the application is ending
     */
    public Reading read(Workplace place, @Nullable String password, Consumer<Progress> progress)
            throws IOException, InterruptedException {
        turns.acquire();
        try {
            Order order = new Order(place.file(), place.scratch(), password, limits.time(), limits.recognition());
            return twiceAtMost(place.name(), order, progress);
        } finally {
            turns.release();
        }
    }

    private Reading twiceAtMost(String name, Order order, Consumer<Progress> progress)
            throws IOException, InterruptedException {
        try {
            return once(order, progress);
        } catch (ProcessLost lost) {
            said(name, lost);
            if (!lost.recognising() && lost.how() != How.BROKEN) {
                return new Unreadable(UnreadableReason.LIMIT_HIT);
            }
            return secondTry(name, lost.recognising() ? order.withoutRecognition() : order, progress);
        }
    }

    private Reading secondTry(String name, Order order, Consumer<Progress> progress)
            throws IOException, InterruptedException {
        try {
            return once(order, progress);
        } catch (ProcessLost lost) {
            said(name, lost);
            return new Unreadable(
                    lost.how() == How.BROKEN ? UnreadableReason.READER_STOPPED : UnreadableReason.LIMIT_HIT);
        }
    }

    private void said(String name, ProcessLost lost) throws InterruptedException {
        if (closed) {
            throw new InterruptedException("the application is ending");
        }
        LOG.warn("reading process lost file={} how={} recognising={}", name, lost.how(), lost.recognising());
    }

    private Reading once(Order order, Consumer<Progress> progress)
            throws IOException, InterruptedException, ProcessLost {
        ReaderHandle reader = take();
        boolean whole = false;
        try {
            Reading reading = reader.read(order, limits, progress);
            whole = true;
            return reading;
        } finally {
            giveBack(reader, whole);
        }
    }

    private ReaderHandle take() throws IOException, InterruptedException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                ReaderHandle reader = idle.removeLast();
                if (reader.isAlive()) {
                    return reader;
                }
                all.remove(reader);
            }
        }
        ReaderHandle started = ReaderHandle.start(command, folders);
        all.add(started);
        if (closed) {
            end(started);
            throw new InterruptedException("the application is ending");
        }
        LOG.info("reading process started pid={}", started.pid());
        return started;
    }

    private void giveBack(ReaderHandle reader, boolean whole) {
        if (!whole || reader.files() >= limits.filesEach() || closed) {
            end(reader);
            return;
        }
        reader.restsFrom(System.nanoTime());
        synchronized (idle) {
            idle.addLast(reader);
        }
        CompletableFuture.delayedExecutor(limits.idle().toNanos(), TimeUnit.NANOSECONDS)
                .execute(this::endIdle);
    }

    private void endIdle() {
        long now = System.nanoTime();
        synchronized (idle) {
            idle.removeIf(reader -> {
                boolean over = now - reader.idleSince() >= limits.idle().toNanos();
                if (over) {
                    end(reader);
                }
                return over;
            });
        }
    }

    private void end(ReaderHandle reader) {
        all.remove(reader);
        reader.kill();
    }

    /** Whether the application is ending: what fails from then on is nobody's fault. */
    public boolean isClosed() {
        return closed;
    }

    /** How many processes there are. */
    public long processes() {
        return all.stream().filter(ReaderHandle::isAlive).count();
    }

    /** Ends every process; whoever waits for one is told that it cannot be had. */
    @Override
    public void close() {
        closed = true;
        List<ReaderHandle> readers = List.copyOf(all);
        readers.forEach(this::end);
        readers.forEach(ReaderHandle::awaitEnd);
        folders.close();
    }
}
