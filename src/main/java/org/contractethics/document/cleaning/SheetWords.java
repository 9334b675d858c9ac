package org.contractethics.document.cleaning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** The cells of sheets that are shown, row by row; numbers as they are stored, no formulas. */
final class SheetWords {

    private SheetWords() {}

    static String of(OfficeParts parts) throws IOException {
        Strings strings = new Strings();
        parts.read("xl/sharedStrings.xml", strings);
        Targets targets = new Targets();
        parts.read("xl/_rels/workbook.xml.rels", targets);
        Sheets sheets = new Sheets();
        parts.read("xl/workbook.xml", sheets);
        StringBuilder text = new StringBuilder();
        for (String[] sheet : sheets.shown) {
            Cells cells = new Cells(strings.all);
            parts.read(part(targets.all.getOrDefault(sheet[1], "")), cells);
            text.append(sheet[0]).append('\n').append(cells.text).append('\n');
        }
        return text.toString();
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** The texts that cells share. */
    private static final class Strings implements OfficeParts.Listener {

        private final List<String> all = new ArrayList<>();
        private final StringBuilder current = new StringBuilder();
        private boolean inText;
        private boolean phonetic;

        @Override
        public void begins(XMLStreamReader at) {
            inText = at.getLocalName().equals("t") && !phonetic;
            phonetic = phonetic || at.getLocalName().equals("rPh");
        }

        @Override
        public void says(String words) {
            current.append(inText ? words : "");
        }

        @Override
        public void ends(String name) {
            inText = false;
            if (name.equals("rPh")) {
                phonetic = false;
            } else if (name.equals("si")) {
                all.add(current.toString());
                current.setLength(0);
            }
        }
    }

    /** Where the workbook says its sheets lie. */
    private static final class Targets implements OfficeParts.Listener {

        private final Map<String, String> all = new HashMap<>();

        @Override
        public void begins(XMLStreamReader at) {
            String id = OfficeParts.attribute(at, "Id");
            String target = OfficeParts.attribute(at, "Target");
            if (id != null && target != null) {
                all.put(id, target);
            }
        }

        @Override
        public void says(String words) {}

        @Override
        public void ends(String name) {}
    }

    /** Name and relation of each sheet that is shown. */
    private static final class Sheets implements OfficeParts.Listener {

        private final List<String[]> shown = new ArrayList<>();

        @Override
        public void begins(XMLStreamReader at) {
            String state = OfficeParts.attribute(at, "state");
            String name = OfficeParts.attribute(at, "name");
            String id = OfficeParts.attribute(at, "id");
            boolean visible = state == null || state.equals("visible");
            if (at.getLocalName().equals("sheet") && visible && name != null && id != null) {
                shown.add(new String[] {name, id});
            }
        }

        @Override
        public void says(String words) {}

        @Override
        public void ends(String name) {}
    }

    /** The cells of one sheet. */
    private static final class Cells implements OfficeParts.Listener {

        private final List<String> strings;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder value = new StringBuilder();
        private boolean shared;
        private boolean inValue;
        private boolean hiddenRow;

        Cells(List<String> strings) {
            this.strings = strings;
        }

        @Override
        public void begins(XMLStreamReader at) {
            switch (at.getLocalName()) {
                case "row" -> hiddenRow = "1".equals(OfficeParts.attribute(at, "hidden"));
                case "c" -> {
                    shared = "s".equals(OfficeParts.attribute(at, "t"));
                    value.setLength(0);
                }
                case "v", "t" -> inValue = true;
                default -> {}
            }
        }

        @Override
        public void says(String words) {
            value.append(inValue ? words : "");
        }

        @Override
        public void ends(String name) {
            switch (name) {
                case "v", "t" -> inValue = false;
                case "c" -> text.append(hiddenRow ? "" : shown() + "\t");
                case "row" -> text.append(hiddenRow ? "" : "\n");
                default -> {}
            }
        }

        private String shown() {
            if (!shared) {
                return value.toString();
            }
            int index = value.toString().matches("\\d{1,9}") ? Integer.parseInt(value.toString()) : strings.size();
            return index < strings.size() ? strings.get(index) : "";
        }
    }
}
