package org.contractethics.policy.web;

import java.util.List;

/**
 * The text of the policy, line by line: {@code #} begins a heading, {@code -} an item of a list, anything else a paragraph.
 *
 * @param kind {@code heading}, {@code item} or {@code paragraph}
 */
public record PolicyText(String kind, String words) {

    static List<PolicyText> of(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(PolicyText::line)
                .toList();
    }

    private static PolicyText line(String line) {
        if (line.startsWith("#")) {
            return new PolicyText("heading", line.replaceFirst("#+\\s*", ""));
        }
        return line.startsWith("- ") ? new PolicyText("item", line.substring(2)) : new PolicyText("paragraph", line);
    }
}
