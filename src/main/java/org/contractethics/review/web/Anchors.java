package org.contractethics.review.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words behind the numbers 1 to 4 of each dimension of severity. */
final class Anchors {

    static final Map<String, String> SCALE = Field.choices(
            "", "Not known",
            "1", "1 Annoyance",
            "2", "2 Limited interference with a right",
            "3", "3 Serious interference: detention of days, loss of benefits, chilled speech",
            "4", "4 Life, torture, return to danger, long detention, family separation, persecution");

    static final Map<String, String> SCOPE = Field.choices(
            "", "Not known",
            "1", "1 Single persons",
            "2", "2 Up to 1,000 people",
            "3", "3 Up to 100,000 people, or a whole local group",
            "4", "4 More, or a whole protected group");

    static final Map<String, String> IRREMEDIABILITY = Field.choices(
            "", "Not known",
            "1", "1 Fully restored in weeks",
            "2", "2 Restored with effort",
            "3", "3 Restored only in part, or after years",
            "4", "4 Never restored");

    static final Map<String, String> LIKELIHOOD = Field.choices(
            "", "Not known", "RARE", "Rare", "POSSIBLE", "Possible", "LIKELY", "Likely", "OCCURRING", "Occurring");

    static final Map<String, String> INVOLVEMENT = Field.choices(
            "", "Not known",
            "CAUSE", "The company would cause it",
            "CONTRIBUTE", "The company would contribute to it",
            "LINKED", "Linked to the company by the business relationship");

    static final Map<String, String> LEVERAGE =
            Field.choices("", "Not known", "HIGH", "High", "SOME", "Some", "NONE", "None, and it cannot be raised");

    private Anchors() {}

    /** The short words of a code, for statements: "Not known" for what is missing. */
    static String words(Map<String, String> options, @Nullable Object value) {
        return options.getOrDefault(String.valueOf(value), "Not known");
    }
}
