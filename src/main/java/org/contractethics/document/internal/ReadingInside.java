package org.contractethics.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.document.FileTexts.InsideText;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.isolation.ReadingPool;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.contractethics.shared.Sha256;

/**
 * Reads what lies inside one file that is no document, each in a process like the outer one and within the limits for documents: as deep and
 * as many as these. As all of it is held until the outer file is done, it has limits together, too.
 */
final class ReadingInside {

    private final ReadingPool pool;
    private final String name;
    private final Runnable atWork;
    private final Together most;
    private final long endsAt;
    private int files;
    private long bytes;
    private long characters;

    ReadingInside(ReadingPool pool, String name, Runnable atWork) {
        this(pool, name, atWork, Together.USUAL);
    }

    ReadingInside(ReadingPool pool, String name, Runnable atWork, Together most) {
        this.pool = pool;
        this.name = name;
        this.atWork = atWork;
        this.most = most;
        this.endsAt = System.nanoTime() + most.time().toNanos();
    }

    /**
     * What all that lies in one file may cost together.
     *
     * @param bytes unpacked, as many as one document may hold
     * @param characters after which no further file is read, as many as one document may say
     */
    record Together(int files, long bytes, long characters, Duration time) {

        static final Together USUAL =
                new Together(KeepingEmbedded.MOST, 512L * 1024 * 1024, 12_000_000, Duration.ofMinutes(15));
    }

    /** @param gaps sentences about files that were not read */
    record Found(List<InsideText> texts, List<String> gaps) {}

    /** What lies in the outermost file. */
    Found in(Path outermost, List<EmbeddedFile> found) throws IOException, InterruptedException {
        return in(List.of(), List.of(hash(outermost)), found);
    }

    /**
     * @param place of the file they lie in
     * @param around hashes of it and of those it lies in
     */
    private Found in(List<String> place, List<String> around, List<EmbeddedFile> found)
            throws IOException, InterruptedException {
        Found inside = new Found(new ArrayList<>(), new ArrayList<>());
        if (!found.isEmpty() && place.size() >= KeepingEmbedded.DEEPEST) {
            inside.gaps()
                    .add("The files inside this one were not read, because it lies " + KeepingEmbedded.DEEPEST
                            + " files deep itself.");
            return inside;
        }
        Set<String> seen = new HashSet<>();
        for (EmbeddedFile file : found) {
            String hash = hash(file.file());
            if (around.contains(hash)) {
                inside.gaps().add("“" + nameOf(file) + "” is a copy of a file around it and was not read once more.");
            } else if (seen.add(hash)) {
                if (isSpent(Files.size(file.file()))) {
                    inside.gaps()
                            .add("Not all files inside this one were read: what lies in the outermost file is more"
                                    + " than may be read together.");
                    return inside;
                }
                read(file, with(nameOf(file), place), with(hash, around), inside);
            }
        }
        return inside;
    }

    private boolean isSpent(long next) {
        return files >= most.files()
                || bytes + next > most.bytes()
                || characters > most.characters()
                || System.nanoTime() - endsAt > 0;
    }

    private void read(EmbeddedFile file, List<String> place, List<String> around, Found inside)
            throws IOException, InterruptedException {
        files++;
        bytes += Files.size(file.file());
        atWork.run();
        try (Workplace at = pool.workplace(name + "-" + files)) {
            Files.move(file.file(), at.file());
            Reading reading = pool.read(at, null, progress -> atWork.run());
            List<String> gaps = new ArrayList<>();
            List<InsideText> deeper = List.of();
            if (reading instanceof Text text) {
                Found further = in(place, around, text.embedded());
                gaps.addAll(text.gaps());
                gaps.addAll(further.gaps());
                deeper = further.texts();
            }
            InsideText read = ReadingFiles.inside(place, reading, gaps);
            read.passages().forEach(passage -> characters += passage.text().length());
            inside.texts().add(read);
            inside.texts().addAll(deeper);
        }
    }

    private static String nameOf(EmbeddedFile file) {
        return FileNames.clean(file.name());
    }

    private static List<String> with(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hex(in);
        }
    }
}
