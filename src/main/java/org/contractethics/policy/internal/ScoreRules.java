package org.contractethics.policy.internal;

/**
 * Scores: what is missing or not listed scores at least 2 (section 2 of the procedure), and never less than in the version in
 * force (H16).
 */
record ScoreRules(String table, int highest) implements TableRule {

    private static final int LEAST_UNKNOWN = 2;

    @Override
    public void check(Answers answers, Found found) {
        answers.forEach((inputs, hit) -> {
            int score = hit.number("score");
            if (score < 0 || score > highest) {
                found.example(table + " gives a score outside of 0 to " + highest, InputSpace.words(inputs));
            }
            if (!InputSpace.anythingUnknown(inputs)) {
                return;
            }
            if (score < LEAST_UNKNOWN) {
                found.example(
                        table + " scores what is not known below " + LEAST_UNKNOWN + " (H16)",
                        InputSpace.words(inputs));
            } else if (score < answers.inForce(inputs).number("score")) {
                found.example(
                        table + " scores what is not known lower than the version in force does (H16)",
                        InputSpace.words(inputs));
            }
        });
    }
}
