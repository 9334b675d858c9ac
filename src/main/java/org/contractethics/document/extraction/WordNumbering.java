package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** Counts the paragraphs that Word numbers by itself: their numbers are on every print and nowhere in the text. */
final class WordNumbering {

    private static final int LEVELS = 9;

    private final Map<String, Level[]> levelsOfList = new HashMap<>();
    private final Map<String, String> listOfNumber = new HashMap<>();
    private final Map<String, Level[]> overrides = new HashMap<>();
    private final Map<String, String> styleOfList = new HashMap<>();
    private final Map<String, String> listOfStyle = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Map<String, Boolean> restarted = new HashMap<>();

    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String pattern = "";
        private boolean startOverridden;
        private boolean redefined = true;
    }

    static WordNumbering of(OfficePackage office, String main) throws IOException {
        WordNumbering read = new WordNumbering();
        for (String part : office.related(main, "numbering")) {
            try (XmlEvents xml = office.read(part)) {
                read.readAll(xml);
            }
        }
        return read;
    }

    /** The number of the next paragraph of this list and level, as printed; empty for bullets and for none. */
    String next(String numId, int level) {
        String list = listOfNumber.get(numId);
        if (list == null || level < 0 || level >= LEVELS) {
            return "";
        }
        Level[] levels = levels(list, numId);
        int[] counts = counters.computeIfAbsent(list, key -> new int[LEVELS]);
        restartOnce(numId, levels, counts);
        for (int i = 0; i < level; i++) {
            counts[i] = counts[i] == 0 ? levels[i].start : counts[i];
        }
        counts[level] = counts[level] == 0 ? levels[level].start : counts[level] + 1;
        for (int i = level + 1; i < LEVELS; i++) {
            counts[i] = 0;
        }
        return print(levels, counts, level);
    }

    private void restartOnce(String numId, Level[] levels, int[] counts) {
        if (restarted.put(numId, true) != null) {
            return;
        }
        for (int i = 0; i < LEVELS; i++) {
            if (levels[i].startOverridden) {
                counts[i] = 0;
            }
        }
    }

    private Level[] levels(String list, String numId) {
        String definition = list;
        String style = styleOfList.get(list);
        if (style != null) {
            definition = listOfStyle.getOrDefault(style, list);
        }
        Level[] defined = levelsOfList.getOrDefault(definition, emptyLevels());
        Level[] own = overrides.get(numId);
        Level[] levels = new Level[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = defined[i] == null ? new Level() : defined[i];
            if (own != null && own[i] != null) {
                levels[i] = overridden(levels[i], own[i]);
            }
        }
        return levels;
    }

    private static Level overridden(Level defined, Level own) {
        if (own.redefined) {
            return own;
        }
        Level level = new Level();
        level.format = defined.format;
        level.pattern = defined.pattern;
        level.start = own.start;
        level.startOverridden = true;
        return level;
    }

    private static Level[] emptyLevels() {
        return new Level[LEVELS];
    }

    private static String print(Level[] levels, int[] counts, int level) {
        String pattern = levels[level].pattern;
        String format = levels[level].format;
        if (format.equals("bullet") || format.equals("none") || pattern.isBlank()) {
            return "";
        }
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int digit = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
            if (digit >= 0 && digit < LEVELS) {
                label.append(NumberFormats.print(counts[digit], levels[digit].format));
                i++;
            } else {
                label.append(c);
            }
        }
        return label.toString().strip();
    }

    private void readAll(XmlEvents xml) throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("abstractNum")) {
                readList(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("num")) {
                readNumber(xml);
            }
        }
    }

    private void readList(XmlEvents xml) throws IOException {
        String list = xml.attribute("abstractNumId", "");
        Level[] levels = emptyLevels();
        levelsOfList.put(list, levels);
        for (int event = xml.next(); !ends(event, xml, "abstractNum"); event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "lvl" -> readLevel(xml, levels);
                case "numStyleLink" -> styleOfList.put(list, xml.attribute("val", ""));
                case "styleLink" -> listOfStyle.put(xml.attribute("val", ""), list);
                default -> {
                    // names and identifiers
                }
            }
        }
    }

    private void readNumber(XmlEvents xml) throws IOException {
        String numId = xml.attribute("numId", "");
        Level[] own = emptyLevels();
        overrides.put(numId, own);
        int level = 0;
        for (int event = xml.next(); !ends(event, xml, "num"); event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "abstractNumId" -> listOfNumber.put(numId, xml.attribute("val", ""));
                case "lvlOverride" -> level = Math.max(0, Math.min(LEVELS - 1, xml.number("ilvl", 0)));
                case "startOverride" -> own[level] = startingAt(xml.number("val", 1));
                case "lvl" -> readLevel(xml, own);
                default -> {
                    // nothing that counts
                }
            }
        }
    }

    private static Level startingAt(int start) {
        Level level = new Level();
        level.start = start;
        level.redefined = false;
        level.startOverridden = true;
        return level;
    }

    private static void readLevel(XmlEvents xml, Level[] levels) throws IOException {
        int index = xml.number("ilvl", 0);
        Level level = new Level();
        if (index >= 0 && index < LEVELS) {
            levels[index] = level;
        }
        for (int event = xml.next(); !ends(event, xml, "lvl"); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                readDetail(xml, level);
            }
        }
    }

    private static void readDetail(XmlEvents xml, Level level) {
        switch (xml.name()) {
            case "start" -> level.start = xml.number("val", 1);
            case "numFmt" -> level.format = xml.attribute("val", "decimal");
            case "lvlText" -> level.pattern = xml.attribute("val", "");
            default -> {
                // indents and fonts
            }
        }
    }

    private static boolean ends(int event, XmlEvents xml, String element) {
        boolean end = event == XMLStreamConstants.END_ELEMENT && xml.name().equals(element);
        return end || event == XMLStreamConstants.END_DOCUMENT;
    }
}
