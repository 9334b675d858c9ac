package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingTriage;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.TriageAnswers;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** S4. */
@Component
class TriageForms implements StageForms {

    private static final String LETTER =
            "Yes, whatever was chosen: a collective letter about this contract waits for an answer.";

    private final ConfirmingTriage confirming;
    private final DealFields deals;

    TriageForms(ConfirmingTriage confirming, DealFields deals) {
        this.confirming = confirming;
        this.deals = deals;
    }

    @Override
    public Stage stage() {
        return Stage.TRIAGE;
    }

    @Override
    public String act() {
        return "Confirm the triage";
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        List<Section> sections = new ArrayList<>(context(open));
        deals.section(confirming.deals(open.contract()), open.actor()).ifPresent(sections::add);
        sections.add(tier());
        return sections;
    }

    private List<Section> context(Open open) {
        return List.of(
                Section.of(
                        "Context",
                        "What you did not research, leave at \"Not known\". Not knowing is never low: it raises the tier.",
                        Field.radios("sanctions", "Do sanctions or an embargo apply?", Field.knownOrNot(), null, true)
                                .noting(ScreeningNotes.of(
                                        open.contract().id(),
                                        confirming.screening(open.contract().id()))),
                        Field.radios(
                                "conflict",
                                "Is there an active conflict or an occupation?",
                                Field.knownOrNot(),
                                null,
                                true),
                        Field.radios(
                                "finding",
                                "Is there a finding of an international court or a UN inquiry against this agency or State in the matter?",
                                Field.knownOrNot(),
                                null,
                                true),
                        Field.select("record", "Record of the agency", records(), recordHint(open), true)
                                .noting(RecordNotes.ofAgencies(
                                        confirming.records().ofAgencies(open.contract()))),
                        Field.area(
                                "record-reason",
                                "Why the record is better than found before",
                                "Only where an earlier triage found worse of this agency: what has changed, and how it is known. At least 30 characters.",
                                false,
                                3),
                        Field.select(
                                        "band",
                                        "Country band",
                                        bands(),
                                        "Two or more indices and a human reading, never an index alone.",
                                        true)
                                .noting(RecordNotes.ofCountries(
                                        confirming.records().ofCountries(open.contract())))),
                Section.of(
                        "People and use",
                        null,
                        Field.radios(
                                "vulnerable",
                                "Are children, migrants, detainees, minorities or other vulnerable groups affected?",
                                Field.knownOrNot(),
                                null,
                                true),
                        Field.radios(
                                "gap",
                                "Are facts missing, or is the end use not known?",
                                Field.knownOrNot(),
                                gapHint(open),
                                true),
                        Field.radios(
                                "collective",
                                "Is there a collective concern?",
                                Field.knownOrNot(),
                                letterOn(open)
                                        ? "A collective letter about this contract waits for an answer: it counts in any case."
                                        : "An open collective letter about this contract counts in any case.",
                                true)));
    }

    private static Section tier() {
        return Section.of(
                "Tier",
                "The table gives the tier. You may raise it, never lower it.",
                Field.select(
                        "tier",
                        "Raise the tier to",
                        Field.choices("T2", "T2", "T3", "T3", "T4", "T4"),
                        "Leave this empty to confirm the tier of the table.",
                        false),
                Field.area("raise-reason", "Reason for raising it", null, false, 3));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return confirming.problems(
                open.contract(),
                answers(values),
                DealFields.said(values),
                table(open, values),
                values.constant("tier", Tier.class),
                values.text("raise-reason"));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        Triage table = table(open, values);
        return List.of(Statement.titled("What the tables give")
                .line("Tier of the table", table.tier(), "/rules/triage-tier")
                .line(
                        "Tier found before",
                        confirming.atLeast(open.contract().id(), table.tier()) == table.tier()
                                ? null
                                : confirming.floorWords(open.contract().id())
                                        + ". It holds unless a higher one is chosen.")
                .line("Why", table.why())
                .line("Capability risk", table.capabilityRisk() + " of 4", "/rules/capability-risk")
                .line("Agency risk", table.agencyScore() + " of 3", "/rules/agency-risk")
                .line("Context risk", table.contextScore() + " of 4: " + table.contextReason(), "/rules/context-risk")
                .line("On record of the agency", listed(confirming.records().ofAgencies(open.contract())))
                .line("On record of the countries", listed(confirming.records().ofCountries(open.contract())))
                .line("Information gap", gaps(open))
                .line("Collective concern", letterOn(open) ? LETTER : null)
                .line(
                        "Impact assessment",
                        table.impactAssessmentRequired()
                                ? "On sources: each impact names those it rests on, and one at least is independent"
                                : null)
                .line("Consultation", table.consultationRequired() ? "Of the affected, before the assessment" : null)
                .line("To be decided within", table.decisionWorkingDays() + " working days")
                .build());
    }

    @Override
    public String send(Open open, FormValues values) {
        Tier tier = confirming.confirm(
                open.review().id(),
                answers(values),
                DealFields.said(values),
                values.constant("tier", Tier.class),
                values.text("raise-reason"),
                open.actor());
        return "The triage is confirmed: " + tier + ".";
    }

    /** What counts whatever was chosen; null where nothing is on record. */
    private static @Nullable String listed(List<String> lines) {
        return lines.isEmpty() ? null : "Counts whatever was chosen. " + String.join("; ", lines) + ".";
    }

    private Triage table(Open open, FormValues values) {
        return confirming.table(open.review(), open.contract(), answers(values), DealFields.said(values));
    }

    private String recordHint(Open open) {
        return confirming
                .recordBefore(open.contract())
                .filter(found -> !found.code().equals("NONE"))
                .map(found -> "An earlier triage of this agency, of " + Times.words(found.foundAt()) + ", found: "
                        + records().getOrDefault(found.code(), found.code()).toLowerCase(Locale.ROOT) + ".")
                .orElse("At home and abroad alike.");
    }

    private String gapHint(Open open) {
        int found = confirming.gaps(open.review(), open.contract()).size();
        return found == 0
                ? "Gaps that the intake, the document check or a red flag of the documents shows count in any case."
                : "The intake, the document check or red flags of the documents show "
                        + (found == 1 ? "a gap, which counts" : found + " gaps, which count")
                        + " in any case; checking this form names "
                        + (found == 1 ? "it." : "them.");
    }

    /** Why facts count as missing whatever was chosen; null where that is left to the officer. */
    private @Nullable String gaps(Open open) {
        List<String> found = confirming.gaps(open.review(), open.contract());
        return found.isEmpty() ? null : "Yes, whatever was chosen. " + String.join(" ", found);
    }

    private boolean letterOn(Open open) {
        return confirming.letterOpenOn(open.contract().id());
    }

    private static TriageAnswers answers(FormValues values) {
        return new TriageAnswers(
                values.code("band"),
                values.code("record"),
                values.flag("sanctions"),
                values.flag("conflict"),
                values.flag("finding"),
                values.flag("vulnerable"),
                values.flag("gap"),
                values.flag("collective"),
                values.text("record-reason"));
    }

    static Map<String, String> records() {
        return Field.choices(
                "", "Not researched",
                "NONE", "Researched, nothing found",
                "ALLEGATIONS", "Credible allegations",
                "DOCUMENTED", "Documented violations",
                "SYSTEMATIC", "Systematic violations");
    }

    static Map<String, String> bands() {
        return Field.choices("", "Not rated", "LOW", "Low", "MEDIUM", "Medium", "HIGH", "High", "CRITICAL", "Critical");
    }
}
