package org.contractethics.review.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.AgencyType;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.review.internal.retriage.FindingAgainstTriage;
import org.contractethics.review.internal.retriage.FindingAgainstTriage.Found;
import org.contractethics.review.internal.retriage.FindingAgainstTriage.Raised;
import org.contractethics.review.internal.retriage.FoundFacts;
import org.contractethics.review.internal.retriage.TriageFindings;
import org.contractethics.review.internal.retriage.TriageQuestion;
import org.contractethics.review.web.EvidenceFrame.Typed;
import org.contractethics.review.web.StageRequests.AgencyRecord;
import org.contractethics.review.web.StageRequests.Band;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was found against the triage of a review, and the form for whoever works on it now. */
@Controller
@RequestMapping("/reviews/{reviewId}/triage-findings")
class TriageFindingPages {

    private final FindingAgainstTriage finding;
    private final TriageFindings findings;
    private final SourceList sources;
    private final TriageFindingWords words;
    private final EvidenceFrame frame;

    TriageFindingPages(
            FindingAgainstTriage finding,
            TriageFindings findings,
            SourceList sources,
            TriageFindingWords words,
            EvidenceFrame frame) {
        this.finding = finding;
        this.findings = findings;
        this.sources = sources;
        this.words = words;
        this.frame = frame;
    }

    @GetMapping
    ModelAndView read(@PathVariable ReviewId reviewId, Model model, Actor viewer) {
        return page(frame.readable(reviewId, viewer), Typed.before(DeclarationForm.typedBefore(model)), viewer);
    }

    @PostMapping
    Object find(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ReviewCase review = frame.readable(reviewId, actor);
        FormValues values = new FormValues(sent);
        boolean open = finding.open(reviewId, actor);
        Optional<ModelAndView> undeclared =
                open ? frame.undeclared(review, Onward.TRIAGE_FINDINGS, values, actor) : Optional.empty();
        if (undeclared.isPresent()) {
            return undeclared.get();
        }
        try {
            next.addFlashAttribute("message", words(finding.find(reviewId, found(values), actor)));
        } catch (Refused refused) {
            return page(review, Typed.late(values, refused), actor);
        }
        return "redirect:/reviews/" + reviewId + "/triage-findings";
    }

    private static String words(Raised raised) {
        return raised.goesBack()
                ? "The tables give " + raised.tier() + ": the review goes back and is triaged anew."
                : "The tables give " + raised.tier()
                        + ". The procedure this review runs by has no way back, so nothing is approved below that tier, and the vote is returned.";
    }

    private static Found found(FormValues values) {
        return new Found(
                new FoundFacts(
                        Rows.name(values.constant("type", AgencyType.class)),
                        Rows.name(values.constant("band", Band.class)),
                        Rows.name(values.constant("record", AgencyRecord.class)),
                        TriageQuestion.of(values.list("flags"))),
                values.number("source"),
                values.text("why"));
    }

    private ModelAndView page(ReviewCase review, Typed typed, Actor viewer) {
        ModelAndView page = frame.page("review/triage-findings", review, typed, Onward.TRIAGE_FINDINGS, viewer);
        page.addObject(
                "statements", findings.of(review.id()).stream().map(words::told).toList());
        // whoever lost the task meanwhile keeps what was typed
        boolean shown = review.tier() != null
                && (finding.open(review.id(), viewer) || !typed.problems().isEmpty());
        page.addObject("form", shown ? form(review) : List.of());
        return page;
    }

    private List<Section> form(ReviewCase review) {
        Map<String, String> listed = new LinkedHashMap<>();
        listed.put("", "Choose a source");
        listed.putAll(SourceFields.listed(sources.standing(review.id())));
        Taken taken = Taken.of(finding.taken(review));
        return List.of(
                Section.of(
                        "What the triage took otherwise",
                        "Choose only what you found to be otherwise. Where the tables then give a higher tier than "
                                + review.confirmedTier()
                                + ", the review goes back to its documents and is triaged anew; what was typed into the stage you work on and not sent is lost with its task.",
                        Field.select(
                                "type", "Class of agency", TriageFindingWords.agencyTypes(), taken.agencyType(), false),
                        Field.select(
                                "record",
                                "Record of the agency",
                                asTaken(TriageForms.records()),
                                taken.agencyRecord(),
                                false),
                        Field.select("band", "Country band", asTaken(TriageForms.bands()), taken.countryBand(), false),
                        Field.checkboxes("flags", "True after all", taken.denied(), null)),
                Section.of(
                        "What shows it",
                        null,
                        Field.select(
                                "source",
                                "Source",
                                listed,
                                "One of the sources of this review. Add it to the list first where it is not there yet.",
                                true),
                        Field.area(
                                "why",
                                "What was found",
                                "What the source shows, and why the triage could not know it. At least 30 characters.",
                                true,
                                4)));
    }

    /**
     * What the triage took, in words.
     *
     * @param denied the questions that it did not answer with yes
     */
    private record Taken(String agencyType, String agencyRecord, String countryBand, Map<String, String> denied) {

        static Taken of(Optional<TriageFacts> facts) {
            Map<String, String> denied = new LinkedHashMap<>();
            Arrays.stream(TriageQuestion.values())
                    .filter(question -> facts.filter(question::affirmed).isEmpty())
                    .forEach(question -> denied.put(question.input(), question.label()));
            return new Taken(
                    words(TriageFindingWords.agencyTypes(), facts.map(TriageFacts::agencyType)),
                    words(TriageForms.records(), facts.map(TriageFacts::agencyRecord)),
                    words(TriageForms.bands(), facts.map(TriageFacts::countryBand)),
                    denied);
        }

        private static String words(Map<String, String> choices, Optional<String> code) {
            return "The triage took: "
                    + code.map(one -> choices.getOrDefault(one, one)).orElse("not known") + ".";
        }
    }

    private static Map<String, String> asTaken(Map<String, String> choices) {
        Map<String, String> otherwise = new LinkedHashMap<>(choices);
        otherwise.put("", "As the triage took it");
        return otherwise;
    }
}
