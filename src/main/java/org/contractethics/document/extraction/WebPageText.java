package org.contractethics.document.extraction;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks over a web page and takes its words, block by block. */
final class WebPageText implements NodeVisitor {

    private static final Set<String> SKIPPED =
            Set.of("script", "style", "noscript", "template", "head", "object", "svg", "iframe");
    private static final Map<String, String> SHOWN_UNREAD = Map.of(
            "svg", "a drawing with words",
            "iframe", "a page",
            "object", "an object",
            "embed", "an object");
    private static final Set<String> STRUCK = Set.of("del", "s", "strike");

    private final Draft draft;
    private final String part;
    private final Set<Element> hiddenByRule;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder struck = new StringBuilder();
    private int level;
    private int skipped;
    private int hiddenDepth;
    private int struckDepth;
    private boolean hiddenSeen;
    private final Set<String> unread = new TreeSet<>();

    private WebPageText(Draft draft, String part, Set<Element> hiddenByRule) {
        this.draft = draft;
        this.part = part;
        this.hiddenByRule = hiddenByRule;
    }

    static void add(Document page, Draft draft, String part) {
        draft.property("title", page.title());
        WebPageText text = new WebPageText(draft, part, WebPageStyles.hidden(page, draft));
        page.body().traverse(text);
        text.endBlock();
        if (text.hiddenSeen) {
            draft.gap(
                    "Some of the text is hidden by the page: a browser does not show it. It stands here under “Hidden text”.");
        }
        if (!text.unread.isEmpty()) {
            draft.gap("The page shows " + String.join(" and ", text.unread)
                    + " of its own in it, which was not read. Read the original.");
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && skipped == 0) {
            target().append(text.getWholeText().replaceAll("\\s+", " "));
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    private void begin(Element element) {
        String name = element.normalName();
        if (skipped == 0 && hiddenDepth == 0 && showsMore(element)) {
            unread.add(SHOWN_UNREAD.getOrDefault(name, name));
        }
        skipped += SKIPPED.contains(name) ? 1 : 0;
        hiddenDepth += isHidden(element) ? 1 : 0;
        struckDepth += STRUCK.contains(name) ? 1 : 0;
        if (name.equals("br")) {
            target().append('\n');
        } else if (name.equals("td") || name.equals("th")) {
            target().append(target().toString().isBlank() ? "" : " | ");
        } else if (startsBlock(element)) {
            endBlock();
            level = heading(name);
        }
    }

    /** A browser shows what stands in it or what it leads to. */
    private boolean showsMore(Element element) {
        boolean leads = !element.attr("src").isBlank()
                || !element.attr("srcdoc").isBlank()
                || !element.attr("data").isBlank();
        return SHOWN_UNREAD.containsKey(element.normalName())
                && !isHidden(element)
                && (leads || !element.wholeText().isBlank());
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (startsBlock(element)) {
            endBlock();
        }
        skipped -= SKIPPED.contains(name) ? 1 : 0;
        hiddenDepth -= isHidden(element) ? 1 : 0;
        struckDepth -= STRUCK.contains(name) ? 1 : 0;
    }

    /** Blocks inside of table cells do not end the row. */
    private static boolean startsBlock(Element element) {
        String name = element.normalName();
        boolean cell = name.equals("td") || name.equals("th");
        return element.isBlock() && !cell && (name.equals("tr") || !insideCell(element));
    }

    private static boolean insideCell(Element element) {
        Element at = element.parent();
        for (int i = 0; i < 4 && at != null; i++) {
            if (at.normalName().equals("td") || at.normalName().equals("th")) {
                return at.text().length() < 200;
            }
            at = at.parent();
        }
        return false;
    }

    private boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || hiddenByRule.contains(element)
                || WebPageStyles.hides(element.attr("style"));
    }

    private static int heading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))
                ? name.charAt(1) - '0'
                : 0;
    }

    private StringBuilder target() {
        return hiddenDepth > 0 ? hidden : struckDepth > 0 ? struck : words;
    }

    private void endBlock() {
        draft.prose(part).add(words.toString(), level, "", false, "", null);
        hiddenSeen |= !hidden.toString().isBlank();
        draft.prose(Parts.HIDDEN).add(hidden.toString(), null);
        draft.prose(Parts.DELETIONS).add(struck.toString(), null);
        words.setLength(0);
        hidden.setLength(0);
        struck.setLength(0);
        level = 0;
    }
}
