package org.contractethics.document.cleaning;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The words on slides that are shown; no notes, no comments. */
final class SlideWords implements OfficeParts.Listener {

    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean hidden;

    private SlideWords() {}

    static String of(OfficeParts parts, Pattern names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : parts.names(names)) {
            SlideWords slide = new SlideWords();
            parts.read(name, slide);
            all.append(slide.hidden ? "" : slide.text).append("\n\n");
        }
        return all.toString();
    }

    @Override
    public void begins(XMLStreamReader at) {
        if (at.getLocalName().equals("sld")) {
            String shown = OfficeParts.attribute(at, "show");
            hidden = "0".equals(shown) || "false".equals(shown);
        }
        inText = at.getLocalName().equals("t");
    }

    @Override
    public void says(String words) {
        if (inText) {
            text.append(words);
        }
    }

    @Override
    public void ends(String name) {
        if (name.equals("t")) {
            inText = false;
        } else if (name.equals("p")) {
            text.append('\n');
        }
    }
}
