package org.contractethics.document.cleaning;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.contractethics.shared.CleanCopies.Trace;
import org.jspecify.annotations.Nullable;

/** The words of a Word file that are seen when it is opened: no deleted, moved or hidden ones, no comments, no fields' codes. */
final class WordWords implements OfficeParts.Listener {

    private static final Set<String> GONE =
            Set.of("del", "moveFrom", "instrText", "delText", "delInstrText", "pict", "object");
    private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private final Set<String> authors = new HashSet<>();
    private int changes;
    private int hidden;
    private int gone;
    private boolean inRun;
    private boolean inText;
    private boolean unseen;

    private WordWords() {}

    static String of(OfficeParts parts, Pattern names, Traces traces) throws IOException {
        WordWords words = new WordWords();
        for (String name : parts.names(names)) {
            parts.read(name, words);
            words.text.append('\n');
        }
        traces.count(Trace.TRACKED_CHANGES, words.changes, words.authors);
        traces.count(Trace.HIDDEN_TEXT, words.hidden);
        return words.text.toString();
    }

    @Override
    public void begins(XMLStreamReader at) {
        String name = at.getLocalName();
        if (CHANGES.contains(name)) {
            noteChange(OfficeParts.attribute(at, "author"));
        }
        if (gone > 0 || GONE.contains(name)) {
            gone++;
            return;
        }
        switch (name) {
            case "r" -> beginRun();
            case "vanish", "webHidden" -> unseen = unseen || (inRun && isOn(OfficeParts.attribute(at, "val")));
            case "t" -> inText = true;
            case "tab" -> run.append(inRun ? "\t" : "");
            case "br", "cr" -> run.append(inRun ? "\n" : "");
            case "noBreakHyphen" -> run.append('-');
            default -> {}
        }
    }

    @Override
    public void says(String words) {
        if (gone == 0 && inText) {
            run.append(words);
        }
    }

    @Override
    public void ends(String name) {
        if (gone > 0) {
            gone--;
            return;
        }
        switch (name) {
            case "t" -> inText = false;
            case "r" -> endRun();
            case "p" -> text.append('\n');
            case "tc" -> text.append('\t');
            default -> {}
        }
    }

    private void beginRun() {
        inRun = true;
        unseen = false;
        run.setLength(0);
    }

    private void endRun() {
        inRun = false;
        if (unseen) {
            hidden += run.isEmpty() ? 0 : 1;
        } else {
            text.append(run);
        }
        run.setLength(0);
    }

    private void noteChange(@Nullable String author) {
        changes++;
        if (author != null && !author.isBlank()) {
            authors.add(author);
        }
    }

    private static boolean isOn(@Nullable String value) {
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }
}
