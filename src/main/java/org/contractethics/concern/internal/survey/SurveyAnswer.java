package org.contractethics.concern.internal.survey;

import java.util.List;

/** What can be answered, and what an answer may be told as. */
public enum SurveyAnswer {
    YES("Yes"),
    PARTLY("Partly"),
    NO("No"),
    UNSAID("I cannot or do not want to say"),
    /** All but yes together, where one of them alone would tell of a few. Nobody answers so. */
    OTHER("Anything but yes");

    private final String label;

    SurveyAnswer(String label) {
        this.label = label;
    }

    /** Those that somebody can give. */
    public static List<SurveyAnswer> given() {
        return List.of(YES, PARTLY, NO, UNSAID);
    }

    public String label() {
        return label;
    }
}
