package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.extraction.TypeDetector.Detected;

/**
 * The files found inside one file. Those of a kind that can be read go to the scratch folder and become documents of their
 * own; the others are listed by name. Nothing of them is ever run.
 */
final class EmbeddedFiles {

    /** So many become documents of their own; an archive of more has to be split. */
    static final int MOST = 200;

    private static final int MOST_NAMED = 12;
    private static final long LONGEST = 50L * 1024 * 1024;

    private final ReadingRequest request;
    private final Budget budget;
    private final TypeDetector detector = new TypeDetector();
    private final List<EmbeddedFile> kept = new ArrayList<>();
    private final List<String> notRead = new ArrayList<>();
    private int unwanted;
    private int beyond;

    EmbeddedFiles(ReadingRequest request, Budget budget) {
        this.request = request;
        this.budget = budget;
    }

    /** Takes the bytes of a file; the stream stays open. */
    void add(String name, InputStream content) throws IOException {
        Path scratch = request.scratch();
        if (scratch == null) {
            unwanted++;
        } else if (kept.size() >= MOST) {
            beyond++;
        } else {
            keep(CleanText.of(name).replace('\n', ' '), content, scratch);
        }
    }

    private void keep(String name, InputStream content, Path scratch) throws IOException {
        Path file = Files.createTempFile(scratch, "inside", ".bin");
        long bytes = copy(content, file);
        if (bytes == 0 || bytes > LONGEST) {
            notRead(name, bytes == 0 ? "empty" : "larger than 50 MB");
            Files.delete(file);
            return;
        }
        Detected detected = detector.detect(file);
        if (detected.type() == null) {
            notRead(name, KnownTypes.words(detected.mediaType()));
            Files.delete(file);
        } else {
            kept.add(new EmbeddedFile(name, file));
        }
    }

    private long copy(InputStream content, Path file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0 && total <= LONGEST; read = content.read(buffer)) {
                budget.chargeExpandedBytes(read);
                out.write(buffer, 0, read);
                total += read;
            }
        }
        return total;
    }

    /** Says that a file is there and is not read. */
    void notRead(String name, String why) {
        notRead.add("“" + name + "” (" + why + ")");
    }

    List<EmbeddedFile> kept() {
        return List.copyOf(kept);
    }

    /** Whether anything was found inside, read or not. */
    boolean any() {
        return !kept.isEmpty() || !notRead.isEmpty() || unwanted > 0;
    }

    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (unwanted > 0) {
            gaps.add((unwanted == 1
                            ? "One file is embedded in this one; its"
                            : unwanted + " files are embedded in this one; their")
                    + " content was not read. Upload what is inside as documents of their own.");
        }
        if (beyond > 0) {
            gaps.add("This file holds more than " + MOST + " files; " + beyond
                    + " of them were not read. Split it and upload the pieces.");
        }
        if (!notRead.isEmpty()) {
            String more = notRead.size() > MOST_NAMED ? " and " + (notRead.size() - MOST_NAMED) + " more" : "";
            gaps.add("Inside this file and not read: "
                    + String.join(", ", notRead.subList(0, Math.min(MOST_NAMED, notRead.size()))) + more + ".");
        }
        return gaps;
    }
}
