package org.contractethics.report.internal;

import java.util.Locale;
import java.util.Map;

/** Codes of the record in words. */
final class Words {

    private static final Map<String, String> OUTCOMES = Map.of(
            "APPROVE", "Approved",
            "CONDITIONAL", "Approved with conditions",
            "REJECT", "Rejected",
            "RETURN", "Returned for clarification",
            "SUSPEND", "Suspended",
            "EXIT", "To be ended");

    private Words() {}

    static String of(String code) {
        if (code.isEmpty() || code.matches("T[1-4]")) {
            return code;
        }
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String outcome(String code) {
        return OUTCOMES.getOrDefault(code, of(code));
    }
}
