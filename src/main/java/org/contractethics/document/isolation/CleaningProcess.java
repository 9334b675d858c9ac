package org.contractethics.document.isolation;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.contractethics.document.cleaning.Cleaning;

/**
 * The main class of a process that rebuilds one file and ends: the file comes in by standard input, the copy goes out by standard output.
 * It has no network and may write nowhere, so that no word of the file ever lies on a disk.
 */
public final class CleaningProcess {

    /** As readers: what they call deep recursion ends here. */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private CleaningProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        OutputStream answer = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024);
        InputStream in = System.in;
        System.setOut(System.err); // what a parser prints is no answer
        secure();
        byte[] original = CleanedFrames.readFile(in);
        Thread work = new Thread(null, () -> answer(original, answer), "file-cleaning", STACK_BYTES);
        work.setDaemon(true);
        work.start();
        // the other end is gone: nobody waits for the copy any more
        while (in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }

    private static void answer(byte[] original, OutputStream answer) {
        try {
            CleanedFrames.write(answer, Cleaning.clean(original));
            Runtime.getRuntime().halt(0);
        } catch (Throwable e) { // whatever it is, this process is of no more use
            Runtime.getRuntime().halt(1);
        }
    }

    private static void secure() throws IOException {
        NoNetwork.refuse();
        if (!FileGuard.possible()) {
            return;
        }
        Stream<Path> program = Stream.concat(
                ReaderCommand.classPath().stream().map(Path::of), Stream.of(Path.of(System.getProperty("java.home"))));
        FileGuard guard = new FileGuard(program, Path.of(""));
        guard.forget(Path.of(""));
        guard.mayWrite(Path.of(System.getProperty(ReaderCommand.FONTS, "")).resolve(".pdfbox.cache"));
        guard.install();
    }
}
