package org.contractethics.concern.internal.survey;

/** What a survey asks. The questions stay the same, so that one survey can be compared with the next. */
public enum SurveyQuestion {
    KNOWS_HOW("knowsHow", "I know how to raise a concern about a contract."),
    KNOWS_REGISTER("knowsRegister", "I know where to see which contracts with governments the company has."),
    TRUSTS_PROTECTION("trustsProtection", "Whoever raises a concern here is protected from retaliation."),
    TRUSTS_ANSWER("trustsAnswer", "A concern that is raised is examined and answered with reasons."),
    TRUSTS_REVIEW("trustsReview", "The review stops contracts that would harm people.");

    private final String field;
    private final String statement;

    SurveyQuestion(String field, String statement) {
        this.field = field;
        this.statement = statement;
    }

    /** Its name in forms, in the API and, with the answer behind it, in the record. */
    public String field() {
        return field;
    }

    public String statement() {
        return statement;
    }
}
