package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** DOCX and its relatives: the body, then everything Word keeps in parts of their own. */
final class WordXmlReader implements FormatReader {

    /** Ending of the content type, and the name of the part its words go to. */
    private static final Map<String, String> STORIES = new LinkedHashMap<>();

    static {
        STORIES.put("wordprocessingml.footnotes+xml", "footnotes");
        STORIES.put("wordprocessingml.endnotes+xml", "endnotes");
        STORIES.put("wordprocessingml.header+xml", "header");
        STORIES.put("wordprocessingml.footer+xml", "footer");
        STORIES.put("wordprocessingml.comments+xml", Parts.COMMENTS);
    }

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (OfficePackage office = OfficePackage.open(file, draft.budget())) {
            office.guard();
            String main = office.mainPart().orElseThrow(() -> new IOException("no main document"));
            WordStyles styles = WordStyles.of(office, main);
            WordNumbering numbering = WordNumbering.of(office, main);
            new WordStory(draft, "body", styles, numbering).read(office, main);
            for (Map.Entry<String, String> story : STORIES.entrySet()) {
                for (String part : office.partsOfType(story.getKey())) {
                    new WordStory(draft, story.getValue(), styles, numbering).read(office, part);
                }
            }
            DrawingText.readAll(office, "drawingml.diagramdata+xml", draft.plain("diagrams"));
            DrawingText.readAll(office, "drawingml.chart+xml", draft.plain("charts"));
            OfficeExtras.add(office, draft);
            WordPictures.note(office, main, draft);
        }
    }
}
