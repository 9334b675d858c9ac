package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;

/** A stretch of an old Word file, paragraph by paragraph; struck-out runs go to a part of their own. */
final class OldWordStory {

    private static final char CELL_END = '\u0007';
    private static final char FIELD_BEGIN = '\u0013';
    private static final char FIELD_RESULT = '\u0014';
    private static final char FIELD_END = '\u0015';

    private final HWPFDocument document;
    private final Draft draft;
    private final AbstractWordUtils.NumberingState numbering = new AbstractWordUtils.NumberingState();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int fieldCode;

    OldWordStory(HWPFDocument document, Draft draft) {
        this.document = document;
        this.draft = draft;
    }

    void read(Range range, String partName) {
        PartDraft part = draft.prose(partName);
        fieldCode = 0;
        for (int i = 0; i < range.numParagraphs(); i++) {
            draft.budget().checkTime();
            readParagraph(range.getParagraph(i), part);
        }
        endRow(part);
    }

    private void readParagraph(Paragraph paragraph, PartDraft part) {
        StringBuilder live = new StringBuilder();
        Map<String, StringBuilder> asides = new LinkedHashMap<>();
        StringBuilder struck = new StringBuilder();
        boolean bold = true;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            String words = withoutFieldCodes(run.text(), asides);
            boolean shown = !run.isMarkedDeleted() && !run.isVanished();
            if (shown) {
                live.append(words);
                struck.append(run.isStrikeThrough() || run.isDoubleStrikeThrough() ? words : "");
                bold &= run.isBold() || words.isBlank();
            }
            String aside = run.isMarkedDeleted() ? Parts.DELETIONS : run.isVanished() ? Parts.HIDDEN : Parts.INSERTIONS;
            if (!shown || run.isMarkedInserted()) {
                asides.computeIfAbsent(aside, key -> new StringBuilder()).append(words);
            }
        }
        asides.forEach((name, words) -> draft.prose(name).add(words.toString(), null));
        draft.struckOut(struck.toString(), null);
        sayHidden(asides.get(Parts.HIDDEN));
        if (paragraph.isInTable()) {
            readInTable(paragraph, live, part);
        } else {
            endRow(part);
            String label = live.toString().isBlank() ? "" : label(paragraph);
            part.add(live.toString(), level(paragraph), label, bold, "", null);
        }
    }

    private void sayHidden(@Nullable StringBuilder words) {
        if (words != null && !CleanText.of(words.toString()).isEmpty()) {
            draft.gap(
                    "Some of the text is formatted as hidden: Word does not show it. It stands here under “Hidden text”.");
        }
    }

    private void readInTable(Paragraph paragraph, StringBuilder words, PartDraft part) {
        boolean cellEnds = words.indexOf(String.valueOf(CELL_END)) >= 0;
        cell.append(cell.isEmpty() ? "" : "\n").append(words);
        if (cellEnds) {
            String clean = CleanText.of(cell.toString());
            if (!clean.isEmpty()) {
                cells.add(clean);
            }
            cell.setLength(0);
        }
        if (paragraph.isTableRowEnd()) {
            endRow(part);
        }
    }

    private void endRow(PartDraft part) {
        String rest = CleanText.of(cell.toString());
        if (!rest.isEmpty()) {
            cells.add(rest);
        }
        cell.setLength(0);
        boolean oneLine = cells.stream().allMatch(words -> words.indexOf('\n') < 0 && words.length() < 300);
        if (oneLine && !cells.isEmpty()) {
            part.add(String.join(" | ", cells), null);
        } else {
            cells.forEach(words -> part.add(words, null));
        }
        cells.clear();
    }

    /** A field is stored as its instruction and its result; only the result is text. */
    private String withoutFieldCodes(String words, Map<String, StringBuilder> asides) {
        StringBuilder text = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case FIELD_BEGIN -> fieldCode++;
                case FIELD_RESULT -> fieldCode = Math.max(0, fieldCode - 1);
                case FIELD_END -> {
                    // the result before it has been taken as text
                }
                case '\u001E' -> text.append('-');
                default -> {
                    StringBuilder into = fieldCode == 0
                            ? text
                            : asides.computeIfAbsent(Parts.FIELD_CODES, key -> new StringBuilder());
                    into.append(c);
                }
            }
        }
        return text.toString();
    }

    private int level(Paragraph paragraph) {
        short index = paragraph.getStyleIndex();
        StyleDescription style = index < document.getStyleSheet().numStyles()
                ? document.getStyleSheet().getStyleDescription(index)
                : null;
        String name = style == null || style.getName() == null ? "" : style.getName();
        return WordStyles.levelByName(name.toLowerCase(Locale.ROOT));
    }

    /** The number Word prints before the paragraph; empty for bullets and where a damaged file leads nowhere. */
    private String label(Paragraph paragraph) {
        try {
            if (!paragraph.isInList() || paragraph.getList() == null) {
                return "";
            }
            String label = AbstractWordUtils.getBulletText(numbering, paragraph.getList(), (char) paragraph.getIlvl());
            return label.chars().anyMatch(Character::isLetterOrDigit) ? label.strip() : "";
        } catch (RuntimeException e) {
            return ""; // the words matter more than their number
        }
    }
}
