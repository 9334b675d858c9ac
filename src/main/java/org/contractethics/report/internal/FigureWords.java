package org.contractethics.report.internal;

/**
 * What a figure is called and counts.
 *
 * @param slug its name in addresses
 * @param definition says exactly what is counted
 * @param rowHead head of the first column of its table
 */
record FigureWords(String slug, String title, String definition, String rowHead) {

    static final FigureWords CRITICAL_CASES = new FigureWords(
            "critical-cases",
            "Critical cases",
            "Reviews whose last assessment at the end of the period rates an impact critical: not yet decided then, decided in the"
                    + " period, or decided before with a condition still open. Each is listed with its rights, decision and conditions.",
            "Decision");
    static final FigureWords RETURNED_DEALS = new FigureWords(
            "returned-deals",
            "Refused deals that came back",
            "Contracts rejected or ended in the 24 months before the end of the period, and whether a triage officer said of a later"
                    + " contract, offered by somebody else, that it is the same deal. What was never compared did not come back as far"
                    + " as anybody knows.",
            "Tier");
    static final FigureWords TRAINED = new FigureWords(
            "reviewers-trained",
            "Reviewers trained",
            "People who hold a role in reviews at the end of the period, by when they last completed a training, as recorded by the panel"
                    + " chair or a human-rights reviewer. Not cut by tier or agency, and not listed one by one.",
            "People");
    static final FigureWords TRUST_SURVEY = new FigureWords(
            "knowledge-and-trust",
            "Knowledge and trust",
            "Answers to the last survey of employees that had closed by the end of the period. Where an answer was given by 1 to 4 people,"
                    + " yes and anything but yes are told, or nothing; of fewer than ten people nothing is. Not cut by tier or agency, and"
                    + " not listed one by one: who took part is destroyed when a survey closes.",
            "Statement");
    static final FigureWords VALID_DECISION = new FigureWords(
            "valid-decision",
            "Contracts in force with a valid decision",
            "Contracts signed, or stated to be in force before their review, and not ended at the end of the period, by whether their last"
                    + " decision that settled a review approves, and had neither expired nor lapsed then. One that is reviewed again stays"
                    + " among them; after a legal stop nothing approves. The aim is 100 %. Award records of which nobody stated that are"
                    + " not counted: the register lists them as registered.",
            "Tier");
    static final FigureWords TIERS_RAISED = new FigureWords(
            "tiers-raised",
            "Tiers raised by people",
            "Triages confirmed in the period, by the tier confirmed, and whether a person raised it over what the table said.",
            "Tier");
    static final FigureWords VOTES = new FigureWords(
            "votes",
            "Unanimous and split votes",
            "Votes opened in the period. Split means that somebody voted for another outcome or abstained; without a majority the"
                    + " panel votes again.",
            "Tier");
    static final FigureWords RIGHTS = new FigureWords(
            "rights-by-severity",
            "Rights touched, the most severe first",
            "The ten rights rated most severely in the assessments recorded in the period: by their worst rating, then by how often"
                    + " it was given. A review assessed twice counts by its last assessment.",
            "Right");
    static final FigureWords CONSULTATIONS = new FigureWords(
            "consultations",
            "Consultations",
            "Consultations logged in the period, by who was heard: people affected, or somebody who spoke for them.",
            "Heard");
    static final FigureWords ESCALATIONS = new FigureWords(
            "escalations",
            "Escalations",
            "Stages escalated in the period because their due time had passed, once for each time a review entered the list of the"
                    + " late; an escalation decides nothing.",
            "Stage");
    static final FigureWords AUDIT_SAMPLE = new FigureWords(
            "audit-sample",
            "Audit sample",
            "Decisions of T1 over which a lot was drawn in the period, by whether it fell on them; second reviews done in the period; and"
                    + " rulings where the second result was stricter. A decision returned for clarification has no lot.",
            "Step");
    static final FigureWords SAMPLE_AGREEMENT = new FigureWords(
            "audit-sample-agreement",
            "Audit sample: agreement",
            "Second results of the period beside the first ones: they agree where tier and outcome are the same. Second reviewers are not"
                    + " shown the first result. Those who knew it nevertheless, as they say themselves, are a row of their own, and so are"
                    + " reviews between which documents or facts of the contract changed.",
            "Second review");
    static final FigureWords RE_REVIEWS = new FigureWords(
            "re-reviews",
            "Periodic re-reviews",
            "Re-reviews of signed contracts that fell due, and that were done, in the period.",
            "Step");
    static final FigureWords REMEDY = new FigureWords(
            "remedy",
            "Remedy",
            "Steps of remediations in the period, from the harm found to the remedy that others verified.",
            "Step");
    static final FigureWords QUORUM_MISSED = new FigureWords(
            "quorum-missed",
            "Votes without quorum",
            "Attempts of the period to close a vote that were refused, because the quorum or somebody who has to vote was missing (H3)."
                    + " Attempts before they were recorded are not counted. Votes that found no majority had a quorum; they stand under the"
                    + " votes.",
            "Tier");
    static final FigureWords RESIDUAL = new FigureWords(
            "residual-impacts",
            "Severe impacts left at the decision",
            "Decisions of the period that settle a review, by the gravest priority (UNGP 24) of the impacts that were left after mitigation."
                    + " The share leaves out decisions whose entry does not say, as those before the third schema of the record.",
            "Tier");
    static final FigureWords VULNERABLE = new FigureWords(
            "vulnerable-groups",
            "Vulnerable groups",
            "Decisions of the period that settle a review, by what the triage answered on vulnerable groups. The share leaves out decisions"
                    + " whose entry does not say.",
            "Tier");
    static final FigureWords DECISION_GAPS = new FigureWords(
            "gaps-at-decision",
            "Decisions with gaps",
            "Decisions of the period that settle a review, by whether something was missing then: facts at the triage, a dimension of an"
                    + " impact, or a safeguard. The share leaves out decisions whose entry does not say.",
            "Tier");
    static final FigureWords CONSULTED = new FigureWords(
            "consulted",
            "Decisions without consultation",
            "Decisions of the period that settle a review, by who had been heard in the review before. From T3 on somebody has to be, or"
                    + " a reason stands in the assessment. A delta review counts what was logged in it, not what it carried over.",
            "Tier");
    static final FigureWords DISSENTS_UPHELD = new FigureWords(
            "dissents-upheld",
            "Dissents upheld later",
            "Dissents that the period proved right, each once, by the first thing that did: a ruling on an appeal, or a suspension or end of"
                    + " what was approved against a vote to refuse. Changed facts prove nobody right.",
            "How");
    static final FigureWords GAPS_CLOSED = new FigureWords(
            "gaps-closed",
            "Gaps closed before the signature",
            "For contracts signed in the period: safeguards that the first statement of the mitigation called missing or refused, and whether"
                    + " the last statement before the signature has them in the contract.",
            "Safeguard");
    static final FigureWords REOPENED = new FigureWords(
            "reopened",
            "Contracts reviewed again, by cause",
            "Reviews of the period of contracts that had been reviewed before, those submitted again after a rejection too, and cases that"
                    + " an appeal sent back. Another cause is one that"
                    + " the record does not name with the contract: a concern can be it, and is not told here on purpose.",
            "Cause");
    static final FigureWords VALUE_DECIDED = new FigureWords(
            "value-decided",
            "Value of the contracts decided on",
            "Decisions of the period that settle a review, by the currency of the money committed when the contract was registered, in whole"
                    + " units. Currencies are not added together. Not recorded are amounts of imported contracts and those changed since.",
            "Currency");
    static final FigureWords DOCUMENTS = new FigureWords(
            "documents-searchable",
            "Documents that can be searched",
            "Documents of the register at the end of the period, each by its newest version: read as text, or why not. Scans that were read by"
                    + " text recognition count as read.",
            "Read");
    static final FigureWords FALLS_DUE = new FigureWords(
            "falls-due",
            "Falls due in the next 30 and 90 days",
            "Seen from the end of the period, or from now while it runs: open conditions with a due day, and approvals that are the last"
                    + " decision on a contract, by the day they fall due or expire. What is overdue already stands under the open conditions"
                    + " or as expired. Periodic re-reviews stand in a table of their own.",
            "What");
    static final FigureWords RE_REVIEWS_AHEAD = new FigureWords(
            "re-reviews-ahead",
            "Re-reviews that fall due in the next 12 months",
            "Contracts signed and not ended, seen from the end of the period, or from now while it runs, by the quarter in which they are"
                    + " looked at again at the latest. The day is the one that the last re-review gave or a signal of harm brought forward; before"
                    + " the first, the interval of the tier counted from the signature (T4 3 months, T3 6, T2 12, T1 24), which a version of"
                    + " the policy may have made shorter. The period before tells what was expected of the same quarter then.",
            "Due");
    static final FigureWords VALUE_BY_AGENCY_CLASS = new FigureWords(
            "value-by-agency-class",
            "Value of the contracts in force by class of agency",
            "Contracts in force at the end of the period, by the class of the awarding agency as their last triage before had it,"
                    + " and by currency: the money committed, in whole units. Currencies are not added together. Not recorded are amounts of"
                    + " imported contracts and those changed since. A class is shown also where the name of the agency is withheld.",
            "Class of agency, currency");
    static final FigureWords VALUE_BY_COUNTRY_BAND = new FigureWords(
            "value-by-country-band",
            "Value of the contracts in force by country band",
            "Contracts in force at the end of the period, by the band of the country as their last triage before had it, and by"
                    + " currency: the money committed, in whole units. Currencies are not added together. Not recorded are amounts of imported"
                    + " contracts and those changed since.",
            "Country band, currency");
    static final FigureWords VALUE_BY_TIER = new FigureWords(
            "value-by-tier",
            "Value of the contracts in force by tier",
            "Contracts in force at the end of the period, by their tier then and by currency: the money committed, in whole"
                    + " units. Currencies are not added together. Not recorded are amounts of imported contracts and those changed since.",
            "Tier, currency");
    static final FigureWords BY_AGENCY_CLASS = new FigureWords(
            "decisions-by-agency-class",
            "Decisions by class of agency",
            "Decisions of the period that settle a review, by the class of the awarding agency as the last triage before the decision had it."
                    + " Not recorded are triages whose entry does not say. A class is shown also where the name of the agency is withheld.",
            "Class of agency");
    static final FigureWords BY_COUNTRY_BAND = new FigureWords(
            "decisions-by-country-band",
            "Decisions by country band",
            "Decisions of the period that settle a review, by the band of the country as the last triage before the decision had it. Home and"
                    + " abroad are rated on one scale. Not recorded are triages whose entry does not say.",
            "Country band");
    static final FigureWords BY_SECRECY = new FigureWords(
            "decisions-by-secrecy",
            "Decisions by secrecy terms",
            "Decisions of the period that settle a review, by whether the contract had terms of secrecy at the last triage before the"
                    + " decision. Not recorded are triages whose entry does not say.",
            "Secrecy");
    static final FigureWords LETTERS = new FigureWords(
            "letters-over-threshold",
            "Collective letters over a threshold",
            "Thresholds that collective letters reached in the last calendar quarter that is over, by what followed. Not cut by tier or agency."
                    + " Numbers under 5 are hidden, and others with them where they could be worked out.",
            "What followed");
}
