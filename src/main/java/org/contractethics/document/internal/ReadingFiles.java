package org.contractethics.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.contractethics.document.FileTexts;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.isolation.ReadingPool;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads files of others in the processes of documents; what was found inside them goes with the place they lay in. */
@Component
class ReadingFiles implements FileTexts {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingFiles.class);

    private final ReadingPool pool;

    ReadingFiles(ReadingPool pool) {
        this.pool = pool;
    }

    @Override
    public FileText read(String name, byte[] file, Runnable atWork) throws InterruptedException {
        try (Workplace place = pool.workplace(name)) {
            Files.write(place.file(), file);
            FileText text = told(pool.read(place, null, progress -> atWork.run()));
            LOG.info("file read name={} end={}", name, text.ending());
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileText told(Reading reading) {
        if (reading instanceof Unreadable unreadable) {
            return new FileText(ending(unreadable.reason()), List.of(), List.of(), 0);
        }
        Text text = (Text) reading;
        List<Passage> passages =
                text.clauses().stream().map(clause -> passage(text, clause)).toList();
        Ending ending = passages.isEmpty() ? Ending.NO_TEXT : Ending.READ;
        return new FileText(ending, passages, text.gaps(), text.embedded().size());
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
