package org.contractethics.report.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Codes of the record in words. */
final class Words {

    private static final Map<String, String> OUTCOMES = Map.of(
            "APPROVE", "Approved",
            "CONDITIONAL", "Approved with conditions",
            "REJECT", "Rejected",
            "RETURN", "Returned for clarification",
            "SUSPEND", "Suspended",
            "EXIT", "To be ended");

    private static final Pattern TIER = Pattern.compile("T[1-4]");

    private Words() {}

    /** Labels by their keys, in this order. */
    static Map<String, String> labels(String... keysAndLabels) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < keysAndLabels.length; i += 2) {
            labels.put(keysAndLabels[i], keysAndLabels[i + 1]);
        }
        return labels;
    }

    static String of(String code) {
        if (code.isEmpty() || TIER.matcher(code).matches()) {
            return code;
        }
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String outcome(String code) {
        String outcome = OUTCOMES.get(code);
        return outcome == null ? of(code) : outcome;
    }
}
