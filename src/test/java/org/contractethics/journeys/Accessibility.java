package org.contractethics.journeys;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** The WCAG 2.2 A and AA rules and the best practices of axe. */
final class Accessibility {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {}

    /** One line for each broken rule, with the elements that break it. */
    static List<String> violations(Page page) {
        return lines(axe(page).withTags(TAGS));
    }

    /**
     * Only what depends on the colours: all other rules say the same in every colour scheme. And only elements with these classes and
     * what they hold; everywhere without any.
     */
    static List<String> violationsOfContrast(Page page, List<String> classes) {
        AxeBuilder contrast = axe(page).withRules(List.of("color-contrast"));
        return lines(classes.isEmpty() ? contrast : contrast.include(selector(classes)));
    }

    private static String selector(List<String> classes) {
        return classes.stream()
                .map(styled -> "[class~=\"" + styled.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]")
                .collect(Collectors.joining(","));
    }

    /**
     * The mode without a second page: our pages have no frames, and that page costs as much as the check. Of rules that hold, axe
     * need not list every element that it looked at; on a long page that list costs more than the check, too.
     */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static List<String> lines(AxeBuilder axe) {
        return axe.analyze().getViolations().stream().map(Accessibility::line).toList();
    }

    private static String line(Rule rule) {
        String where = rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining("\n    "));
        return rule.getId() + ": " + rule.getHelp() + "\n    " + where;
    }
}
