package org.contractethics.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.FileTexts;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.internal.ReadingInside.Found;
import org.contractethics.document.isolation.ReadingPool;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads files of others, and what lies inside them, in the processes of documents; the files go with the place they lay in. */
@Component
class ReadingFiles implements FileTexts {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingFiles.class);

    private static final Found NOTHING = new Found(List.of(), List.of());
    private static final Found NOT_READ = new Found(List.of(), List.of("The files inside this one were not read."));

    private final ReadingPool pool;

    ReadingFiles(ReadingPool pool) {
        this.pool = pool;
    }

    @Override
    public FileText read(String name, byte[] file, Extent extent, Runnable atWork) throws InterruptedException {
        try (Workplace place = pool.workplace(name)) {
            Files.write(place.file(), file);
            Reading reading = pool.read(place, null, progress -> atWork.run());
            Found inside = inside(place, reading, extent, new ReadingInside(pool, name, atWork));
            FileText text = told(reading, inside);
            LOG.info(
                    "file read name={} end={} inside={}",
                    name,
                    text.ending(),
                    text.inside().size());
            return text;
        } catch (IOException e) {
            if (pool.isClosed()) {
                throw ending(e);
            }
            throw new UncheckedIOException(e);
        }
    }

    private static InterruptedException ending(IOException cause) {
        InterruptedException ending = new InterruptedException("the application is ending");
        ending.initCause(cause);
        return ending;
    }

    private static Found inside(Workplace place, Reading reading, Extent extent, ReadingInside further)
            throws IOException, InterruptedException {
        if (!(reading instanceof Text text) || text.embedded().isEmpty()) {
            return NOTHING;
        }
        return extent == Extent.ALONE ? NOT_READ : further.in(place.file(), text.embedded());
    }

    private static FileText told(Reading reading, Found inside) {
        List<String> gaps = new ArrayList<>(reading instanceof Text text ? text.gaps() : List.of());
        gaps.addAll(inside.gaps());
        InsideText outer = inside(List.of(), reading, gaps);
        return new FileText(outer.ending(), outer.passages(), gaps, inside.texts());
    }

    /** What is told of a file at this place. */
    static InsideText inside(List<String> place, Reading reading, List<String> gaps) {
        if (reading instanceof Unreadable unreadable) {
            return new InsideText(place, ending(unreadable.reason()), List.of(), gaps);
        }
        Text text = (Text) reading;
        List<Passage> passages =
                text.clauses().stream().map(clause -> passage(text, clause)).toList();
        return new InsideText(place, passages.isEmpty() ? Ending.NO_TEXT : Ending.READ, passages, gaps);
    }

    private static Passage passage(Text text, ClauseText clause) {
        return new Passage(
                text.parts().get(clause.part()).name(),
                clause.number(),
                clause.heading(),
                clause.text(),
                clause.page());
    }

    static Ending ending(UnreadableReason reason) {
        return switch (reason) {
            case ENCRYPTED, LOCKED, WRONG_PASSWORD -> Ending.LOCKED;
            case UNSUPPORTED_VERSION -> Ending.UNSUPPORTED;
            case DAMAGED -> Ending.DAMAGED;
            case NO_TEXT_LAYER, NO_TEXT -> Ending.NO_TEXT;
            case LIMIT_HIT -> Ending.LIMIT_HIT;
            case READER_STOPPED -> Ending.READER_STOPPED;
            case HOSTILE -> Ending.HOSTILE;
        };
    }
}
