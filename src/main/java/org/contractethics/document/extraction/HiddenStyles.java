package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument file that keep what is set in them from being shown, or draw a line through it. */
final class HiddenStyles {

    private static final int DEEPEST = 50;

    private final Map<String, Boolean> hidden = new HashMap<>();
    private final Map<String, Boolean> struck = new HashMap<>();
    /** Of each style the styles it is made from: two files of the package may use one name. */
    private final Map<String, Set<String>> parents = new HashMap<>();

    void read(OfficePackage office, String part) throws IOException {
        if (!office.has(part)) {
            return;
        }
        String style = "";
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.name()) {
                    case "body" -> {
                        return;
                    }
                    case "style" -> style = begin(xml);
                    case "default-style" -> style = "";
                    default -> note(style, xml);
                }
            }
        }
    }

    private String begin(XmlEvents xml) {
        String style = xml.attribute("name", "");
        String parent = xml.attribute("parent-style-name", "");
        parents.computeIfAbsent(style, key -> new HashSet<>()).add(parent);
        return style;
    }

    private void note(String style, XmlEvents xml) {
        switch (xml.name()) {
            case "text-properties", "section-properties" -> {
                say(hidden, style, xml.attribute("display"), "none");
                say(struck, style, line(xml.attribute("text-line-through-style")), "line");
                say(struck, style, line(xml.attribute("text-line-through-type")), "line");
            }
            case "table-properties" -> say(hidden, style, xml.attribute("display"), "false");
            case "drawing-page-properties" -> say(hidden, style, xml.attribute("visibility"), "hidden");
            default -> {
                // looks, not meaning
            }
        }
    }

    private static @Nullable String line(@Nullable String kind) {
        return kind == null || kind.equals("none") ? kind : "line";
    }

    /** Where one of two says so, it holds. */
    private static void say(Map<String, Boolean> styles, String style, @Nullable String value, String yes) {
        if (value != null && !style.isEmpty()) {
            styles.merge(style, value.equals(yes), Boolean::logicalOr);
        }
    }

    boolean hides(String style) {
        return holds(hidden, style, new HashSet<>());
    }

    boolean strikes(String style) {
        return holds(struck, style, new HashSet<>());
    }

    private boolean holds(Map<String, Boolean> said, String style, Set<String> seen) {
        if (style.isEmpty() || seen.size() >= DEEPEST || !seen.add(style)) {
            return false;
        }
        Boolean own = said.get(style);
        return own == null
                ? parents.getOrDefault(style, Set.of()).stream().anyMatch(parent -> holds(said, parent, seen))
                : own;
    }
}
