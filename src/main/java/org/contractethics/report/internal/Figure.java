package org.contractethics.report.internal;

import java.util.Arrays;
import java.util.Optional;

/** The figures, each with the words that say exactly what is counted. */
public enum Figure {
    CONTRACTS(
            "contracts",
            "Contracts by state and tier",
            "Contracts in the register at the end of the period, each in the state and tier that the record last gave it.",
            "State",
            Moment.AT_END),
    DECISIONS(
            "decisions",
            "Decisions by outcome",
            "Decisions recorded in the period, by outcome and month. A review that was returned and decided again counts twice.",
            "Outcome",
            Moment.IN_PERIOD),
    DECIDED_SHARE(
            "decided-share",
            "Share decided",
            "Of the reviews received in the period, those decided by its end. A return for clarification is no decision; what was"
                    + " stopped on legal grounds has nothing left to decide and is not part of the share.",
            "Tier",
            Moment.IN_PERIOD),
    TIME_TO_DECISION(
            "time-to-decision",
            "Time to decision",
            "From the opening of a review to the first decision that settles it, for decisions of the period. Median and 90th"
                    + " percentile by nearest rank; working days without public holidays, after the first day. Time in which the account"
                    + " owner was asked is left out.",
            "Tier",
            Moment.IN_PERIOD),
    STAGE_TIMES(
            "stage-times",
            "Time per stage",
            "From the creation of a task to its completion, for stages completed in the period, and whether that was by the"
                    + " due time. Median and 90th percentile by nearest rank; working days without public holidays, after the"
                    + " first day. Time in which a question to the account owner was open is left out.",
            "Stage",
            Moment.IN_PERIOD),
    REVIEWS_RECEIVED(
            "reviews-received",
            "Reviews received",
            "Reviews opened in the period, by the tier they had at its end.",
            "Tier",
            Moment.IN_PERIOD),
    SIGNED("signed", "Contracts signed", "Signatures recorded in the period.", "Tier", Moment.IN_PERIOD),
    OVERDUE(
            "overdue",
            "Overdue stages",
            "Stages that were escalated because their due time passed, and were not completed by the end of the period. Left out"
                    + " are those whose clock stood still then because a question to the account owner was open, and those that"
                    + " ended with their review: closed, because services were held, or with an approval that lapsed.",
            "Stage",
            Moment.AT_END),
    OPEN_CONDITIONS(
            "open-conditions",
            "Open conditions",
            "Conditions of decisions that still hold, neither met nor waived at the end of the period; overdue when their due"
                    + " day has passed. A blocking one long overdue opens a suspension review.",
            "Due",
            Moment.AT_END),
    CONDITIONS_CLOSED(
            "conditions-closed",
            "Conditions closed",
            "Conditions met or waived in the period. In time means on their due day at the latest.",
            "How",
            Moment.IN_PERIOD),
    HOLDS(
            "holds",
            "Suspensions and restrictions",
            "What was decided in the period about the services of contracts in force: suspension reviews opened and their outcomes,"
                    + " restrictions by the panel chair alone, and contract reviews that decided to suspend or to end.",
            "Step",
            Moment.IN_PERIOD),
    RECUSALS(
            "recusals",
            "Recusals",
            "People who stepped back from a stage in the period because of a conflict of interest.",
            "Stage",
            Moment.IN_PERIOD),
    DISSENTS("dissents", "Dissents", "Dissents recorded with decisions of the period.", "Tier", Moment.IN_PERIOD),
    APPEALS(
            "appeals",
            "Appeals",
            "Appeals filed, and appeals decided, in the period. The first decision stays in the record and stands meanwhile.",
            "Step",
            Moment.IN_PERIOD),
    APPROVAL_RATE(
            "approval-rate",
            "Approval rate by tier",
            "Decisions of the period that settle a review, by the tier they were made in. Approved means with or without conditions;"
                    + " returns for clarification are left out.",
            "Tier",
            Moment.IN_PERIOD),
    OVERTURNED(
            "overturned",
            "Overturned decisions",
            "Decisions that did not last, each once, by the first thing that undid it and the day on which that was decided or found in"
                    + " the period, whenever they were made. Another cause is one that the record does not name with the contract: a"
                    + " concern can be it, and is not told here on purpose.",
            "How",
            Moment.IN_PERIOD),
    TIME_PRESSURE(
            "time-pressure",
            "Decisions under time pressure",
            "Decisions of the period that settle a review, and whether a stage before them was completed after its due time.",
            "Tier",
            Moment.IN_PERIOD),
    INCIDENTS(
            "incidents",
            "What became known of signed contracts",
            "Incidents, press reports and findings recorded in the period, by who found it. What the company finds itself stands first.",
            "Kind",
            Moment.IN_PERIOD),
    FALSE_NEGATIVES(
            "false-negatives",
            "Incidents in contracts once rated low",
            "What became known in the period of signed contracts, reports of the customer left out, by the lowest tier that"
                    + " the contract was given before. A high share of T1 and T2 means that the triage misses harm.",
            "Lowest tier",
            Moment.IN_PERIOD),
    SIGNAL_TO_RESTRICTION(
            "signal-to-restriction",
            "Time from first signal to restriction",
            "For restrictions and suspensions of the period, those that a contract review decided too: from the first incident or"
                    + " suspension review recorded since the services last ran freely, by a ruling or because a restriction was over."
                    + " What nothing was recorded before is counted apart and in no time. Concerns are left out: how long one waited"
                    + " would tell of it. Median and 90th percentile by nearest rank.",
            "By what",
            Moment.IN_PERIOD),
    SAFEGUARDS(
            "safeguards",
            "Safeguards in the contracts",
            "Each safeguard as stated at the end of the mitigation of a review, by the last statement before the end of the period,"
                    + " where that is of the period.",
            "Safeguard",
            Moment.IN_PERIOD),
    VISIBILITY(
            "visibility",
            "Limits of visibility",
            "Contracts in force at the end of the period, and whether somebody stated what of their use cannot be seen. Where nothing"
                    + " is stated, nobody has looked.",
            "Tier",
            Moment.AT_END),
    CONCERNS(
            "concerns",
            "Concerns by state",
            "Concerns filed in the calendar quarter in which the period ends, by the state they were in at its end. Not cut by"
                    + " tier or agency. Numbers under 5 are hidden, and others with them where they could be worked out.",
            "State",
            Moment.QUARTER),
    TRAINED(FigureWords.TRAINED, Moment.AT_END),
    TRUST_SURVEY(FigureWords.TRUST_SURVEY, Moment.AT_END),
    RETURNED_DEALS(FigureWords.RETURNED_DEALS, Moment.AT_END),
    CRITICAL_CASES(FigureWords.CRITICAL_CASES, Moment.AT_END),
    VALID_DECISION(FigureWords.VALID_DECISION, Moment.AT_END),
    TIERS_RAISED(FigureWords.TIERS_RAISED, Moment.IN_PERIOD),
    VOTES(FigureWords.VOTES, Moment.IN_PERIOD),
    RIGHTS(FigureWords.RIGHTS, Moment.IN_PERIOD),
    CONSULTATIONS(FigureWords.CONSULTATIONS, Moment.IN_PERIOD),
    ESCALATIONS(FigureWords.ESCALATIONS, Moment.IN_PERIOD),
    RE_REVIEWS(FigureWords.RE_REVIEWS, Moment.IN_PERIOD),
    REMEDY(FigureWords.REMEDY, Moment.IN_PERIOD),
    AUDIT_SAMPLE(FigureWords.AUDIT_SAMPLE, Moment.IN_PERIOD),
    SAMPLE_AGREEMENT(FigureWords.SAMPLE_AGREEMENT, Moment.IN_PERIOD),
    QUORUM_MISSED(FigureWords.QUORUM_MISSED, Moment.IN_PERIOD),
    RESIDUAL(FigureWords.RESIDUAL, Moment.IN_PERIOD),
    VULNERABLE(FigureWords.VULNERABLE, Moment.IN_PERIOD),
    DECISION_GAPS(FigureWords.DECISION_GAPS, Moment.IN_PERIOD),
    CONSULTED(FigureWords.CONSULTED, Moment.IN_PERIOD),
    DISSENTS_UPHELD(FigureWords.DISSENTS_UPHELD, Moment.IN_PERIOD),
    GAPS_CLOSED(FigureWords.GAPS_CLOSED, Moment.IN_PERIOD),
    REOPENED(FigureWords.REOPENED, Moment.IN_PERIOD),
    VALUE_DECIDED(FigureWords.VALUE_DECIDED, Moment.IN_PERIOD),
    DOCUMENTS(FigureWords.DOCUMENTS, Moment.AT_END),
    FALLS_DUE(FigureWords.FALLS_DUE, Moment.AT_END),
    RE_REVIEWS_AHEAD(FigureWords.RE_REVIEWS_AHEAD, Moment.AT_END),
    VALUE_BY_AGENCY_CLASS(FigureWords.VALUE_BY_AGENCY_CLASS, Moment.AT_END),
    VALUE_BY_COUNTRY_BAND(FigureWords.VALUE_BY_COUNTRY_BAND, Moment.AT_END),
    VALUE_BY_TIER(FigureWords.VALUE_BY_TIER, Moment.AT_END),
    BY_AGENCY_CLASS(FigureWords.BY_AGENCY_CLASS, Moment.IN_PERIOD),
    BY_COUNTRY_BAND(FigureWords.BY_COUNTRY_BAND, Moment.IN_PERIOD),
    BY_SECRECY(FigureWords.BY_SECRECY, Moment.IN_PERIOD),
    CONCERN_SOURCES(ConcernFigureWords.SOURCES, Moment.LAST_QUARTER),
    CONCERN_TOPICS(ConcernFigureWords.TOPICS, Moment.LAST_QUARTER),
    CONCERN_URGENCY(ConcernFigureWords.URGENCY, Moment.LAST_QUARTER),
    CONCERN_MATTERS(ConcernFigureWords.MATTERS, Moment.LAST_QUARTER),
    CONCERN_ACKNOWLEDGED(ConcernFigureWords.ACKNOWLEDGED, Moment.LAST_QUARTER),
    CONCERN_FEEDBACK(ConcernFigureWords.FEEDBACK, Moment.LAST_QUARTER),
    CONCERN_CLOSED(ConcernFigureWords.CLOSED, Moment.LAST_QUARTER),
    CONCERN_FINDINGS(ConcernFigureWords.FINDINGS, Moment.LAST_QUARTER),
    CONCERN_EFFECTS(ConcernFigureWords.EFFECTS, Moment.LAST_QUARTER),
    CONCERN_CAUSES(ConcernFigureWords.CAUSES, Moment.LAST_QUARTER),
    CONCERN_MEETINGS(ConcernFigureWords.MEETINGS, Moment.LAST_QUARTER),
    CONCERN_APPEALS(ConcernFigureWords.APPEALS, Moment.LAST_QUARTER),
    RETALIATION(ConcernFigureWords.RETALIATION, Moment.LAST_QUARTER),
    LETTERS(FigureWords.LETTERS, Moment.LAST_QUARTER),
    SIGNED_WITHOUT_DECISION(
            "signed-without-valid-decision",
            "Signed without valid decision",
            "Signatures in the whole record, whatever the filters, for which the record holds no earlier decision on the same"
                    + " contract that approves, had not expired or lapsed, was not replaced and is about the same documents. Must be 0.",
            "Fault",
            Moment.WHOLE_RECORD);

    private final FigureWords words;
    private final Moment moment;

    Figure(String slug, String title, String definition, String rowHead, Moment moment) {
        this(new FigureWords(slug, title, definition, rowHead), moment);
    }

    Figure(FigureWords words, Moment moment) {
        this.words = words;
        this.moment = moment;
    }

    /** Its name in addresses. */
    public String slug() {
        return words.slug();
    }

    public String title() {
        return words.title();
    }

    public String definition() {
        return words.definition();
    }

    /** Head of the first column of its table. */
    public String rowHead() {
        return words.rowHead();
    }

    public Moment moment() {
        return moment;
    }

    /** Whether each row tells an amount of money. */
    boolean valued() {
        return this == VALUE_BY_AGENCY_CLASS || this == VALUE_BY_COUNTRY_BAND || this == VALUE_BY_TIER;
    }

    /** Whether numbers under 5 are hidden. */
    public boolean sensitive() {
        return moment == Moment.QUARTER || moment == Moment.LAST_QUARTER;
    }

    /** Whether its rows have a sum; steps of one thing, and answers of the same people, have none. */
    boolean summed() {
        return switch (this) {
            case TRUST_SURVEY, CONCERN_APPEALS, CONCERN_MEETINGS, RETALIATION -> false;
            default -> true;
        };
    }

    /** Whether what it counts can be listed one by one; numbers of whole quarters cannot. */
    public boolean listed() {
        return switch (this) {
            case CONCERN_URGENCY,
                    CONCERN_MATTERS,
                    CONCERN_FINDINGS,
                    CONCERN_CAUSES,
                    CONCERN_MEETINGS,
                    CONCERN_APPEALS,
                    RETALIATION,
                    LETTERS,
                    TRAINED,
                    TRUST_SURVEY -> false;
            default -> true;
        };
    }

    public static Optional<Figure> of(String slug) {
        return Arrays.stream(values())
                .filter(figure -> figure.slug().equals(slug))
                .findFirst();
    }

    /** What of the period counts. */
    public enum Moment {
        /** What happened in it. */
        IN_PERIOD,
        /** What was so at its end. */
        AT_END,
        /** The calendar quarter in which it ends. */
        QUARTER,
        /** The last calendar quarter that is over by then. */
        LAST_QUARTER,
        /** The period does not matter. */
        WHOLE_RECORD
    }
}
