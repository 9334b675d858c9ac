package org.contractethics.journeys;

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

    /** Only what depends on the colours: all other rules say the same in every colour scheme. */
    static List<String> violationsOfContrast(Page page) {
        return lines(axe(page).withRules(List.of("color-contrast")));
    }

    /** The mode without a second page: our pages have no frames, and that page costs as much as the check. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> lines(AxeBuilder axe) {
        return axe.analyze().getViolations().stream().map(Accessibility::line).toList();
    }

    private static String line(Rule rule) {
        String where = rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining("\n    "));
        return rule.getId() + ": " + rule.getHelp() + "\n    " + where;
    }
}
