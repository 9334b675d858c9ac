package org.contractethics.report.internal;

/** The indicators of ISO 37002, 9.1.2, all of them of whole quarters that are over. */
final class ConcernFigureWords {

    private static final String QUARTER =
            " Whole quarters that are over, not cut by tier or agency; numbers under 5 are hidden.";

    static final FigureWords SOURCES = new FigureWords(
            "concern-ways-in",
            "Ways in",
            "Concerns filed in the quarter, by the way they came in." + QUARTER,
            "Way in");
    static final FigureWords TOPICS = new FigureWords(
            "concern-topics", "Concerns by topic", "Concerns filed in the quarter, by topic." + QUARTER, "Topic");
    static final FigureWords URGENCY = new FigureWords(
            "concern-urgency",
            "Concerns by urgency",
            "Concerns filed in the quarter, by the urgency that the table of routing gave them." + QUARTER,
            "Urgency");
    static final FigureWords MATTERS = new FigureWords(
            "concern-matters",
            "Concerns by what they are about",
            "Concerns filed in the quarter, by what their filers named; a concern that was tied to a contract later stays where it was."
                    + QUARTER,
            "About");
    static final FigureWords ACKNOWLEDGED = new FigureWords(
            "concern-acknowledgement",
            "From receipt to acknowledgement",
            "Concerns acknowledged in the quarter; in time within 7 days after the filing. Median from 5, 90th percentile from 10"
                    + " concerns on, by nearest rank." + QUARTER,
            "When");
    static final FigureWords FEEDBACK = new FigureWords(
            "concern-feedback",
            "From receipt to the answer",
            "Concerns answered with reasons in the quarter; in time within three months after the filing. Median from 5, 90th"
                    + " percentile from 10 concerns on, by nearest rank." + QUARTER,
            "When");
    static final FigureWords CLOSED = new FigureWords(
            "concern-closing",
            "From receipt to closing",
            "Concerns on which the last word was said in the quarter: the answer where nobody had appealed by its end, else the ruling"
                    + " on the appeal; or the withdrawal." + QUARTER,
            "Closed by");
    static final FigureWords FINDINGS = new FigureWords(
            "concern-findings",
            "What was found",
            "Outcomes published in the quarter by those who handled the concerns, and the share sustained." + QUARTER,
            "Found");
    static final FigureWords EFFECTS = new FigureWords(
            "concern-effects",
            "Concerns that led to a change",
            "Concerns answered in the quarter, and whether something was done to the contract because of them: a signature held, a"
                    + " review reopened, a hearing." + QUARTER,
            "What followed");
    static final FigureWords CAUSES = new FigureWords(
            "concern-causes",
            "What answered concerns came from",
            "Concerns answered in the quarter, by the cause that was named with the answer, for learning (UNGP 31 g)."
                    + QUARTER,
            "Cause");
    static final FigureWords MEETINGS = new FigureWords(
            "concern-meetings",
            "Meetings about concerns",
            "Meetings that filers asked for, that were offered to them, and that were held or declined, each in the quarter in"
                    + " which it was done." + QUARTER,
            "Step");
    static final FigureWords APPEALS = new FigureWords(
            "concern-appeals",
            "Appeals against answers",
            "Appeals of filers in the quarter, and rulings on such appeals." + QUARTER,
            "Step");
    static final FigureWords RETALIATION = new FigureWords(
            "retaliation",
            "Retaliation",
            "Filers are asked after 14, 30, 90, 180 and 365 days whether anything happened to them, anonymous ones when they come back by their"
                    + " code. Counted are the questions that fell"
                    + " due in the quarter and what was answered by its end, acts told, cases about retaliation filed, and what was"
                    + " found in such cases." + QUARTER,
            "What");

    private ConcernFigureWords() {}
}
