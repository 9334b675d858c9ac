package org.contractethics.policy.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of the text of the policy. In the text {@code #} begins a heading and {@code -} an item of a list; every other line is a
 * paragraph.
 *
 * @param kind {@code heading}, {@code list} or {@code paragraph}
 * @param lines the items of a list; of another block its one line
 */
public record PolicyText(String kind, List<String> lines) {

    static List<PolicyText> of(String text) {
        List<PolicyText> blocks = new ArrayList<>();
        List<String> items = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            if (line.startsWith("- ")) {
                items.add(line.substring(2));
            } else {
                end(items, blocks);
                blocks.add(block(line));
            }
        });
        end(items, blocks);
        return List.copyOf(blocks);
    }

    private static void end(List<String> items, List<PolicyText> blocks) {
        if (!items.isEmpty()) {
            blocks.add(new PolicyText("list", List.copyOf(items)));
            items.clear();
        }
    }

    private static PolicyText block(String line) {
        return line.startsWith("#")
                ? new PolicyText("heading", List.of(line.replaceFirst("#+\\s*", "")))
                : new PolicyText("paragraph", List.of(line));
    }
}
