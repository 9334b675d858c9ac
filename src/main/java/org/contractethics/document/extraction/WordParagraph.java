package org.contractethics.document.extraction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A paragraph of a Word file while it is being read. */
final class WordParagraph {

    private final StringBuilder live = new StringBuilder();
    private final RevisionMarks revisions = new RevisionMarks();
    private final Map<String, StringBuilder> asides = new LinkedHashMap<>();
    private String style = "";
    private String numId = "";
    private int numberLevel = -1;
    private int outlineLevel;
    private boolean runBold;
    private boolean runHidden;
    private boolean runStruck;
    private boolean runStruckTwice;
    private final StringBuilder struck = new StringBuilder();
    private int boldCharacters;

    void beginRun(WordStyles styles) {
        runBold = false;
        runHidden = styles.hidden(style);
        runStruck = styles.struck(style);
        runStruckTwice = false;
    }

    void property(String name, XmlEvents xml, WordStyles styles) {
        switch (name) {
            case "pStyle" -> style = xml.attribute("val", "");
            case "rStyle" -> {
                runHidden |= styles.hidden(xml.attribute("val", ""));
                runStruck |= styles.struck(xml.attribute("val", ""));
            }
            case "numId" -> numId = xml.attribute("val", "");
            case "ilvl" -> numberLevel = xml.number("val", 0);
            case "outlineLvl" -> outlineLevel = Math.min(9, xml.number("val", 9)) + 1;
            case "b" -> runBold = isOn(xml);
            case "vanish" -> runHidden = isOn(xml);
            case "strike" -> runStruck = isOn(xml);
            case "dstrike" -> runStruckTwice = isOn(xml);
            default -> {
                // looks, not meaning
            }
        }
    }

    private static boolean isOn(XmlEvents xml) {
        return WordStyles.isOn(xml.attribute("val", "1"));
    }

    /** Whether Word would not show what is being written now. */
    boolean hidden() {
        return runHidden;
    }

    /** @param revision the tracked change these words belong to; null where they belong to none */
    void write(String words, @Nullable Revision revision) {
        if (revision != null && !revision.deletes()) {
            revisions.add(revision, live.length(), words);
        }
        live.append(words);
        struck.append(runStruck || runStruckTwice ? words : "");
        boldCharacters += runBold ? words.length() : 0;
    }

    /** Words that are no longer in force here. */
    void strike(String part, String words, @Nullable Revision revision) {
        if (revision != null && revision.deletes()) {
            revisions.add(revision, live.length(), words);
        }
        aside(part, words);
    }

    /** Words of this paragraph that are no live text; they go to a part of their own. */
    void aside(String part, String words) {
        asides.computeIfAbsent(part, key -> new StringBuilder()).append(words);
    }

    /** The instruction of a field has come to its end. */
    void endCode() {
        StringBuilder codes = asides.get(Parts.FIELD_CODES);
        if (codes != null) {
            codes.append('\n');
        }
    }

    Map<String, String> asides() {
        Map<String, String> words = new LinkedHashMap<>();
        asides.forEach((part, text) -> words.put(part, text.toString()));
        return words;
    }

    boolean isBlank() {
        return live.toString().isBlank();
    }

    String words() {
        return live.toString();
    }

    /** Those of its words that have a line through them, though no change is tracked. */
    String struckOut() {
        return struck.toString();
    }

    List<RevisionMark> revisions() {
        return revisions.marks(live.toString());
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
