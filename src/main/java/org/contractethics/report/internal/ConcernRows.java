package org.contractethics.report.internal;

import java.util.Map;

/** The rows of the figures about concerns, always all of them: a row that comes and goes would tell of what it counts. */
final class ConcernRows {

    /** Answers whose cause the record does not tell: from before causes were named, or destroyed by its filer since. */
    static final String NO_CAUSE = "causeNone";

    static final String NO_MATTER = "noMatter";

    static final Map<Figure, Map<String, String>> LABELS = Map.ofEntries(
            Map.entry(
                    Figure.CONCERN_SOURCES,
                    Words.labels(
                            "OPEN", "Signed in, open",
                            "CONFIDENTIAL", "Signed in, confidential",
                            "ANONYMOUS", "Anonymous, with a return code",
                            "COLLECTIVE", "Collective letter",
                            "OTHER", "Another way")),
            Map.entry(
                    Figure.CONCERN_TOPICS,
                    Words.labels(
                            "END_USE", "How the technology may be used",
                            "CUSTOMER", "Who the customer or end user is",
                            "IMMINENT_HARM", "People are about to be harmed",
                            "HARM", "People are being harmed, or were",
                            "DATA", "Personal data, surveillance or profiling",
                            "TERMS", "What the contract says or leaves out",
                            "REVIEW", "How the contract was reviewed",
                            "RETALIATION", "Pressure or retaliation",
                            "OTHER", "Something else")),
            Map.entry(
                    Figure.CONCERN_ACKNOWLEDGED,
                    Words.labels(ConcernQuarter.IN_TIME, "In time", ConcernQuarter.LATE, "Late")),
            Map.entry(
                    Figure.CONCERN_FEEDBACK,
                    Words.labels(ConcernQuarter.IN_TIME, "In time", ConcernQuarter.LATE, "Late")),
            Map.entry(
                    Figure.CONCERN_CLOSED,
                    Words.labels(
                            "answer",
                            "The answer",
                            ConcernQuarter.BY_RULING,
                            "The ruling on an appeal",
                            "withdrawn",
                            "Withdrawal by its filer")),
            Map.entry(
                    Figure.CONCERN_EFFECTS,
                    Words.labels("change", "Something was done to the contract", "none", "Nothing changed")),
            Map.entry(
                    Figure.CONCERN_URGENCY,
                    Words.labels(
                            "urgencyU1", "U1, at once",
                            "urgencyU2", "U2",
                            "urgencyU3", "U3",
                            "urgencyU4", "U4")),
            Map.entry(
                    Figure.CONCERN_MATTERS,
                    Words.labels(
                            "aboutContract",
                            "One or more contracts",
                            "aboutAgency",
                            "An agency with all its contracts",
                            "aboutCapability",
                            "A capability",
                            "aboutPolicy",
                            "The policy or one of its tables",
                            "aboutProcess",
                            "The review process",
                            NO_MATTER,
                            "Nothing named, or not counted by it")),
            Map.entry(
                    Figure.CONCERN_FINDINGS,
                    Words.labels(
                            "outcomesSustained", "Sustained, wholly or in part",
                            "outcomesNotSustained", "Not sustained",
                            "outcomesOutOfScope", "Out of scope")),
            Map.entry(
                    Figure.CONCERN_APPEALS,
                    Words.labels(
                            "filed", "Filed",
                            "appealsConfirmed", "Ruled: the answer stands",
                            "appealsChanged", "Ruled: the answer is changed")),
            Map.entry(
                    Figure.RETALIATION,
                    Words.labels(
                            "checkInsAsked", "Check-ins asked",
                            "checkInsAnswered", "Check-ins answered",
                            "checkInsAdverse", "Check-ins by which something had happened",
                            "actsTold", "Acts told",
                            "cases", "Cases about retaliation filed",
                            "retaliationSustained", "Found in such cases: sustained, wholly or in part",
                            "retaliationNotSustained", "Found in such cases: not sustained")),
            Map.entry(
                    Figure.CONCERN_CAUSES,
                    Words.labels(
                            "causeFactsUnknown",
                            "Facts about use, customer or end user were not known",
                            "causeRuleMissing",
                            "The policy or its tables have no rule for it",
                            "causeRuleNotFollowed",
                            "A rule was not followed",
                            "causeTermsWeak",
                            "A term of the contract was missing or too weak",
                            "causeConditionNotKept",
                            "A condition was not kept",
                            "causeCustomerConduct",
                            "The customer acted otherwise than agreed",
                            "causeNotExplained",
                            "What was done right was not explained",
                            "causeNothingWrong",
                            "Nothing was wrong",
                            "causeOther",
                            "Something else",
                            NO_CAUSE,
                            "No cause named")),
            Map.entry(
                    Figure.CONCERN_MEETINGS,
                    Words.labels(
                            "meetingsAsked", "Asked for by filers",
                            "meetingsOffered", "Offered",
                            "meetingsHeld", "Held",
                            "meetingsDeclined", "Declined")));

    private ConcernRows() {}
}
