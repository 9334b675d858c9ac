package org.contractethics.concern.internal.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.shared.FormProblem;

/**
 * What people sign, as somebody writes it.
 *
 * @param demands one a line
 */
public record Wording(String text, String demands) {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_DEMANDS = 20;
    private static final int LONGEST_DEMAND = 500;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    public Wording {
        text = plain(text);
        demands = plain(demands);
    }

    /** Without what the database or a page could stumble over, and without marks that turn or hide what stands beside them. */
    static String plain(String typed) {
        String text = PlainText.of(typed)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT || isJoiner(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return text.codePoints().allMatch(Wording::isJoiner) ? "" : text;
    }

    /** Some languages need them between letters; alone they are nothing. */
    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    }

    List<FormProblem> problems() {
        var problems = new ArrayList<FormProblem>();
        if (text.isEmpty()) {
            problems.add(new FormProblem("text", "Write what the letter says."));
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(new FormProblem(
                    "text",
                    String.format(
                            Locale.ROOT,
                            "The letter may have at most %,d characters; these are %,d.",
                            LONGEST_TEXT,
                            text.length())));
        }
        List<String> demanded = demandsNamed();
        if (demanded.isEmpty()) {
            problems.add(new FormProblem("demands", "Write what the letter demands, one demand a line."));
        } else if (demanded.size() > MOST_DEMANDS
                || demanded.stream().anyMatch(demand -> demand.length() > LONGEST_DEMAND)) {
            problems.add(new FormProblem("demands", "Write at most 20 demands, each in at most 500 characters."));
        }
        return problems;
    }

    /** Each once, in the order written. */
    List<String> demandsNamed() {
        return Arrays.stream(demands.split("\n", -1))
                .map(String::strip)
                .filter(demand -> !demand.isEmpty())
                .distinct()
                .toList();
    }

    boolean says(LetterText other) {
        return text.equals(other.text()) && demandsNamed().equals(other.demands());
    }
}
