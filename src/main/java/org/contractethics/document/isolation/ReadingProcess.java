package org.contractethics.document.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.document.extraction.TypeDetector;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.isolation.Message.Answer;
import org.contractethics.document.isolation.Message.Order;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a process that reads files: orders come in by standard input, answers go out by standard output, and it ends
 * with its input, however the application ends. No Spring in here.
 */
public final class ReadingProcess {

    private static final long BETWEEN_SIGNS_OF_LIFE = 1_000;

    /** What readers call deep recursion ends here, not at the end of the file. */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private final OutputStream answers;
    private final SynchronousQueue<Order> orders = new SynchronousQueue<>();
    private @Nullable Progress current;

    private ReadingProcess(OutputStream answers) {
        this.answers = answers;
    }

    /** What is done with a file. */
    interface FileReader {

        Reading read(Order order, Consumer<Progress> progress) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        serve(ReadingProcess::read);
    }

    /** Serves until standard input ends, then ends the process. */
    static void serve(FileReader reader) throws IOException {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024);
        InputStream in = new BufferedInputStream(System.in);
        System.setOut(System.err); // what a parser prints is no answer
        ReadingProcess process = new ReadingProcess(out);
        FileGuard guard = process.secure();
        process.start("signs-of-life", process::giveSignsOfLife);
        process.start("document-reading", () -> process.work(reader, guard));
        try {
            for (Optional<Order> order = next(in); order.isPresent(); order = next(in)) {
                process.orders.put(order.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(0);
        }
    }

    private static Optional<Order> next(InputStream in) throws IOException {
        return Frames.read(in, Order.class, Frames.LONGEST_ORDER);
    }

    private @Nullable FileGuard secure() throws IOException {
        NoNetwork.refuse();
        if (!FileGuard.possible()) {
            return null;
        }
        Stream<Path> program = Stream.concat(
                ReaderCommand.classPath().stream().map(Path::of), Stream.of(Path.of(System.getProperty("java.home"))));
        FileGuard guard = new FileGuard(program, Path.of(""));
        guard.mayWrite(Path.of(System.getProperty(ReaderCommand.FONTS, "")).resolve(".pdfbox.cache"));
        guard.install();
        return guard;
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void work(FileReader reader, @Nullable FileGuard guard) {
        try {
            while (true) {
                Order order = orders.take();
                if (guard != null) {
                    allow(guard, order);
                }
                at(Progress.of(Phase.OPENING));
                answer(reader.read(order, this::at));
                if (guard != null) {
                    guard.forget(order.file());
                    guard.forget(order.scratch());
                }
            }
        } catch (Throwable e) { // whatever it is, this process is of no more use
            Runtime.getRuntime().halt(1);
        }
    }

    private static void allow(FileGuard guard, Order order) {
        guard.mayRead(order.file());
        guard.mayWrite(order.scratch());
        if (order.recognition() != null) {
            guard.mayStart(order.recognition().program());
        }
    }

    private static Reading read(Order order, Consumer<Progress> progress) throws IOException {
        DocumentType type = new TypeDetector().detect(order.file()).type();
        if (type == null) {
            // the type was accepted when the file came in; the same bytes give the same answer
            return new Unreadable(UnreadableReason.DAMAGED);
        }
        progress.accept(Progress.of(Phase.READING));
        return new TextReader(order.time(), order.recognition(), progress)
                .read(new ReadingRequest(order.file(), type, order.password(), order.scratch()));
    }

    private synchronized void at(Progress progress) {
        current = progress;
    }

    private synchronized void answer(Reading reading) throws IOException {
        current = null;
        Frames.write(answers, Answer.of(reading));
    }

    private void giveSignsOfLife() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_SIGNS_OF_LIFE);
                giveSign();
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private synchronized void giveSign() throws IOException {
        if (current != null) {
            Frames.write(answers, Answer.at(current));
        }
    }
}
