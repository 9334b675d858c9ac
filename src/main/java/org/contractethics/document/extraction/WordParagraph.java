package org.contractethics.document.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph of a Word file while it is being read. */
final class WordParagraph {

    private final StringBuilder live = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();
    private final RevisionMarks revisions = new RevisionMarks();
    private String style = "";
    private String numId = "";
    private int numberLevel = -1;
    private int outlineLevel;
    private boolean runBold;
    private boolean runHidden;
    private int boldCharacters;

    void beginRun() {
        runBold = false;
        runHidden = false;
    }

    void property(String name, XmlEvents xml) {
        switch (name) {
            case "pStyle" -> style = xml.attribute("val", "");
            case "numId" -> numId = xml.attribute("val", "");
            case "ilvl" -> numberLevel = xml.number("val", 0);
            case "outlineLvl" -> outlineLevel = Math.min(9, xml.number("val", 9)) + 1;
            case "b" -> runBold = isOn(xml);
            case "vanish" -> runHidden = isOn(xml);
            default -> {
                // looks, not meaning
            }
        }
    }

    private static boolean isOn(XmlEvents xml) {
        String value = xml.attribute("val", "1");
        return !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    /** Whether Word would not show what is being written now. */
    boolean hidden() {
        return runHidden;
    }

    /** @param revision the tracked change these words belong to; null where they belong to none */
    void write(String words, boolean struckOut, @Nullable Revision revision) {
        if (revision != null && revision.deletes() == struckOut) {
            revisions.add(revision, live.length(), words);
        }
        (struckOut ? deleted : live).append(words);
        boldCharacters += runBold && !struckOut ? words.length() : 0;
    }

    boolean isBlank() {
        return live.toString().isBlank();
    }

    String words() {
        return live.toString();
    }

    List<RevisionMark> revisions() {
        return revisions.marks(live.toString());
    }

    String deletedWords() {
        return deleted.toString();
    }

    boolean bold() {
        return boldCharacters > 0 && boldCharacters >= live.length() * 9 / 10;
    }

    int level(WordStyles styles) {
        return outlineLevel > 0 && outlineLevel < 10 ? outlineLevel : styles.headingLevel(style);
    }

    /** The number Word prints before this paragraph; counts on. */
    String label(WordStyles styles, WordNumbering numbering) {
        WordStyles.Numbered byStyle = styles.numbering(style);
        String list = numId.isEmpty() ? byStyle.numId() : numId;
        // id 0 takes a paragraph out of the list its style belongs to
        if (list.isEmpty() || list.equals("0")) {
            return "";
        }
        return numbering.next(list, numberLevel >= 0 ? numberLevel : byStyle.level());
    }
}
