package org.contractethics.concern.web;

import java.util.List;
import java.util.Locale;
import org.contractethics.concern.internal.anonymous.UnsentFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was found in files before they are sent, in the words of the anonymous pages and the language of the others. */
@Component
class FilesInWords {

    /** The pages of people who are signed in speak it, whatever their browser asks for. */
    static final Locale LANGUAGE = Locale.ENGLISH;

    private final MessageSource words;

    FilesInWords(MessageSource words) {
        this.words = words;
    }

    /** @param found what the file tells besides what it shows */
    public record Told(String name, String outcome, List<Line> found) {}

    /** @param label what it is, for example the author */
    public record Line(String label, String detail) {}

    List<Told> of(List<UnsentFile> files) {
        return files.stream().map(this::told).toList();
    }

    private Told told(UnsentFile file) {
        return new Told(
                file.name(),
                word("outcome." + file.outcome()),
                file.found().stream()
                        .map(found -> new Line(word("trace." + found.trace()), found.detail()))
                        .toList());
    }

    private String word(String code) {
        return words.getMessage(code, null, LANGUAGE);
    }
}
