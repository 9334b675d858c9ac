package org.contractethics.access.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a field in JSON for its id in a form: {@code raise-reason} is {@code raiseReason}, {@code condition-2-owner} is
 * {@code conditions[1].owner}, {@code residual-R05-scale} is {@code residuals[R05].scale}. What stands in a
 * map is named by its key: {@code untouched-because-R07} is {@code untouchedBecause[R07]}, {@code asked-leo.brandt-1} is
 * {@code askedAnswers[leo.brandt/1]}, {@code concern-} and an id {@code concernAnswers[id]}.
 */
final class FieldPath {

    private static final Pattern NUMBERED = Pattern.compile("([a-z]+)-(\\d+)-(.+)");
    private static final Pattern OF_A_RIGHT = Pattern.compile("([a-z]+)-(R\\d+)-(.+)");
    private static final Pattern ASKED = Pattern.compile("asked-(.+)-(\\d+)");
    private static final Pattern OF_A_CONCERN =
            Pattern.compile("concern-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");
    private static final Pattern UNTOUCHED = Pattern.compile("untouched-because-(R\\d+)");
    private static final Pattern DASH = Pattern.compile("-([a-z0-9])");

    private FieldPath() {}

    static String of(String id) {
        Matcher asked = ASKED.matcher(id);
        if (asked.matches()) {
            return "askedAnswers[" + asked.group(1) + "/" + asked.group(2) + "]";
        }
        Matcher untouched = UNTOUCHED.matcher(id);
        if (untouched.matches()) {
            return "untouchedBecause[" + untouched.group(1) + "]";
        }
        Matcher concern = OF_A_CONCERN.matcher(id);
        return concern.matches() ? "concernAnswers[" + concern.group(1) + "]" : field(id);
    }

    private static String field(String id) {
        Matcher numbered = NUMBERED.matcher(id);
        if (numbered.matches()) {
            int index = Integer.parseInt(numbered.group(2)) - 1;
            return many(numbered.group(1)) + "[" + index + "]." + camel(numbered.group(3));
        }
        Matcher right = OF_A_RIGHT.matcher(id);
        return right.matches() ? many(right.group(1)) + "[" + right.group(2) + "]." + camel(right.group(3)) : camel(id);
    }

    private static String many(String one) {
        return one.equals("evidence") ? one : one + "s";
    }

    private static String camel(String dashed) {
        return DASH.matcher(dashed).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
