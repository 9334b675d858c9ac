package org.contractethics.document.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** What the style sheets inside a web page hide: simple rules are followed, of all others it is said that they may hide something. */
final class WebPageStyles {

    private static final int MOST_RULES = 500;
    private static final int LONGEST_SELECTOR = 200;
    private static final Pattern REMARK = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);

    /** By name, class and id; what asks for the elements around may take for ever. */
    private static final Pattern SIMPLE = Pattern.compile("[\\w.#*-]+(\\s*,\\s*[\\w.#*-]+)*");

    private final Draft draft;
    private final Document page;
    private final Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    private int rules;

    private WebPageStyles(Draft draft, Document page) {
        this.draft = draft;
        this.page = page;
    }

    /** The elements a browser does not show. */
    static Set<Element> hidden(Document page, Draft draft) {
        WebPageStyles styles = new WebPageStyles(draft, page);
        page.select("style")
                .forEach(sheet -> styles.read(REMARK.matcher(sheet.data()).replaceAll(" ")));
        return styles.hidden;
    }

    static boolean hides(String declarations) {
        String plain = declarations.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return plain.contains("display:none")
                || plain.contains("visibility:hidden")
                || plain.contains("visibility:collapse");
    }

    private void read(String sheet) {
        int at = 0;
        for (int open = sheet.indexOf('{'); open >= 0; open = sheet.indexOf('{', at)) {
            int end = end(sheet, open);
            String selector = sheet.substring(at, open).strip();
            String declarations = sheet.substring(open + 1, end);
            // whoever writes a word with escapes does not want it found
            if (hides(declarations) || declarations.indexOf('\\') >= 0) {
                hide(selector, declarations);
            }
            at = Math.min(sheet.length(), end + 1);
        }
    }

    /** The brace that closes the one at this place. */
    private static int end(String sheet, int open) {
        int depth = 0;
        for (int i = open; i < sheet.length(); i++) {
            depth += sheet.charAt(i) == '{' ? 1 : sheet.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return sheet.length();
    }

    private void hide(String selector, String declarations) {
        draft.budget().checkTime();
        boolean followed = ++rules <= MOST_RULES
                && selector.length() <= LONGEST_SELECTOR
                && SIMPLE.matcher(selector).matches()
                && declarations.indexOf('\\') < 0
                && select(selector);
        if (!followed) {
            draft.gap(
                    "The page has rules by which a browser may not show all of its text. Read the original in a browser.");
        }
    }

    private boolean select(String selector) {
        try {
            hidden.addAll(page.select(selector));
            return true;
        } catch (SelectorParseException | IllegalArgumentException e) {
            return false;
        }
    }
}
