package org.contractethics.document.cleaning;

import java.io.IOException;
import java.util.regex.Pattern;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Outcome;

/** Word, Excel and PowerPoint as the words that are seen in them, from a list of parts and elements that may speak. */
final class OfficeText {

    private static final Pattern WORD =
            Pattern.compile("word/(?:document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml");
    private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide\\d+\\.xml");

    private OfficeText() {}

    static Cleaned rebuilt(byte[] original) throws IOException {
        OfficeParts parts = OfficeParts.of(original);
        Traces traces = new Traces();
        String text;
        if (parts.has("word/document.xml")) {
            text = WordWords.of(parts, WORD, traces);
        } else if (parts.has("xl/workbook.xml")) {
            text = SheetWords.of(parts);
        } else if (parts.has("ppt/presentation.xml")) {
            text = SlideWords.of(parts, SLIDE);
        } else {
            return Cleaned.without(Outcome.NOT_REBUILT);
        }
        OfficeTraces.add(parts, traces);
        return PlainWords.of(text, traces.all());
    }
}
