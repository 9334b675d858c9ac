package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** What the paragraph styles of a Word file say about headings and numbers. */
final class WordStyles {

    private static final int DEEPEST = 20;

    private final Map<String, Style> styles = new HashMap<>();

    /** The style of paragraphs that name none. */
    private String ordinary = "";

    /** Level 0 and empty texts mean: not said here, ask the style it is based on. */
    private static final class Style {
        private String name = "";
        private String basedOn = "";
        private int level;
        private String numId = "";
        private int numberLevel = -1;
        private @Nullable Boolean hidden;
        private @Nullable Boolean struck;
    }

    /** @param numId id of the list that counts paragraphs of a style; empty where none does */
    record Numbered(String numId, int level) {}

    static WordStyles of(OfficePackage office, String main) throws IOException {
        WordStyles read = new WordStyles();
        for (String part : office.related(main, "styles")) {
            try (XmlEvents xml = office.read(part)) {
                read.readAll(xml);
            }
        }
        return read;
    }

    /** 1 to 9 for headings, 0 for all other styles. */
    int headingLevel(String styleId) {
        String at = styleId;
        for (int i = 0; i < DEEPEST; i++) {
            Style style = styles.get(at);
            if (style == null || style.level > 0) {
                return style == null ? 0 : style.level;
            }
            at = style.basedOn;
        }
        return 0;
    }

    /** Whether Word does not show what is set in this style. */
    boolean hidden(String styleId) {
        return said(styleId, style -> style.hidden);
    }

    /** Whether Word draws a line through what is set in this style. */
    boolean struck(String styleId) {
        return said(styleId, style -> style.struck);
    }

    private interface Property {

        /** Null where the style does not say. */
        @Nullable
        Boolean of(Style style);
    }

    /** What the style says itself, or else the first of those it is based on that says anything. */
    private boolean said(String styleId, Property property) {
        Style style = styles.get(styleId.isEmpty() ? ordinary : styleId);
        for (int i = 0; i < DEEPEST && style != null; i++) {
            Boolean said = property.of(style);
            if (said != null) {
                return said;
            }
            style = styles.get(style.basedOn);
        }
        return false;
    }

    /** Whether a property that is there is on: the value may be left out. */
    static boolean isOn(String value) {
        return !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    Numbered numbering(String styleId) {
        String at = styleId;
        int level = -1;
        for (int i = 0; i < DEEPEST; i++) {
            Style style = styles.get(at);
            if (style == null) {
                break;
            }
            level = level < 0 ? style.numberLevel : level;
            if (!style.numId.isEmpty()) {
                return new Numbered(style.numId, Math.max(level, 0));
            }
            at = style.basedOn;
        }
        return new Numbered("", 0);
    }

    private void readAll(XmlEvents xml) throws IOException {
        Style style = new Style();
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("style")) {
                    style = new Style();
                    String id = xml.attribute("styleId", "");
                    styles.put(id, style);
                    boolean paragraphs = xml.attribute("type", "").equals("paragraph");
                    ordinary = paragraphs && isOn(xml.attribute("default", "0")) ? id : ordinary;
                } else {
                    readDetail(xml, style);
                }
            }
        }
    }

    private static void readDetail(XmlEvents xml, Style style) {
        String value = xml.attribute("val", "");
        switch (xml.name()) {
            case "name" -> {
                style.name = value.toLowerCase(Locale.ROOT);
                style.level = levelByName(style.name);
            }
            case "basedOn" -> style.basedOn = value;
            case "outlineLvl" -> {
                int outline = XmlEvents.parse(value, 9);
                style.level = outline < 9 ? outline + 1 : style.level;
            }
            case "numId" -> style.numId = value;
            case "vanish" -> style.hidden = isOn(value);
            case "strike", "dstrike" -> style.struck = isOn(value) || Boolean.TRUE.equals(style.struck);
            case "ilvl" -> style.numberLevel = XmlEvents.parse(value, 0);
            default -> {
                // looks, not meaning
            }
        }
    }

    /** Word stores the built-in names in English, whatever language it speaks. */
    static int levelByName(String name) {
        if (name.equals("title")) {
            return 1;
        }
        int level =
                name.startsWith("heading ") ? XmlEvents.parse(name.substring(8).strip(), 0) : 0;
        return level <= 9 ? level : 0;
    }
}
