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
    static final FigureWords VALID_DECISION = new FigureWords(
            "valid-decision",
            "Contracts in force with a valid decision",
            "Contracts signed and not ended at the end of the period, by whether their last decision that settled a review approves,"
                    + " and had neither expired nor lapsed then. The aim is 100 %.",
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
}
