package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.ReviewingSample;
import org.contractethics.review.internal.followup.ReviewingSample.Draft;
import org.contractethics.review.internal.followup.SampleReview;
import org.contractethics.review.internal.followup.SampleReview.Choice;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** What is asked of whoever holds the second review, or the ruling on it. */
@Component
class SampleReviewForms {

    private final ContractRegister contracts;
    private final FollowUpFrame frame;
    private final RightOptions rights;
    private final ReviewingSample reviewing;

    SampleReviewForms(ContractRegister contracts, FollowUpFrame frame, RightOptions rights, ReviewingSample reviewing) {
        this.contracts = contracts;
        this.frame = frame;
        this.rights = rights;
        this.reviewing = reviewing;
    }

    boolean mayRead(SampleReview sample, Actor viewer) {
        return contracts.mayReadFacts(contracts.get(sample.contract()), viewer);
    }

    Draft draft(FormValues values) {
        return new Draft(
                values.constant("tier", Tier.class),
                values.constant("outcome", Outcome.class),
                values.list("rights"),
                values.text("reasons"),
                values.flag("knew-first"),
                values.ticked("no-conflict"));
    }

    List<ActForm> of(SampleReview sample, Actor viewer) {
        List<ActForm> forms = new ArrayList<>();
        String path = "/sample-reviews/" + sample.id();
        if (frame.holds(sample.id(), FollowUpStep.REVIEW_SAMPLE, viewer)) {
            forms.add(new ActForm(path + "/result", result(reviewing.declared(sample, viewer)), "Give the result"));
        }
        if (frame.holds(sample.id(), FollowUpStep.RULE_ON_SAMPLE, viewer)) {
            forms.add(new ActForm(path + "/ruling", ruling(), "Record the ruling"));
        }
        return forms;
    }

    private Section result(boolean declared) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.radios("tier", "Which tier would you have given?", tiers(), null, true),
                Field.radios("outcome", "How would you have decided?", outcomes(), null, true),
                Field.checkboxes("rights", "Rights touched", rights.all(), "Leave all open where none is touched."),
                Field.area("reasons", "Reasons", null, true, 6),
                Field.radios(
                        "knew-first",
                        "Did you know the tier or the outcome of the first review?",
                        Field.choices("no", "No", "yes", "Yes"),
                        "The register shows both to everybody, so you may. Agreement is counted apart where you did.",
                        true)));
        if (!declared) {
            fields.add(Field.checkboxes(
                    "no-conflict",
                    "Declaration of interests",
                    Field.choices("yes", DeclarationForm.NONE),
                    "Signed with your name and the time, for this review."));
        }
        return Section.of(
                "Your result",
                "Review the contract as if nobody had before. It cannot be changed afterwards; then you are shown the first"
                        + " result beside it.",
                fields);
    }

    private static Map<String, String> tiers() {
        Map<String, String> tiers = new LinkedHashMap<>();
        Arrays.stream(Tier.values()).forEach(tier -> tiers.put(tier.name(), tier.name()));
        return tiers;
    }

    private static Map<String, String> outcomes() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        Arrays.stream(Outcome.values()).forEach(outcome -> outcomes.put(outcome.name(), outcome.label()));
        return outcomes;
    }

    private static Section ruling() {
        return Section.of(
                "Ruling on the difference",
                "The second review is stricter. Opening the review again ends an approval that still holds; upholding leaves"
                        + " everything as it is.",
                Field.radios(
                        "choice",
                        "What follows?",
                        Field.choices(
                                Choice.REOPEN.name(), Choice.REOPEN.label(),
                                Choice.UPHOLD.name(), Choice.UPHOLD.label()),
                        null,
                        true),
                Field.area("ruling-reasons", "Reasons", null, true, 5));
    }
}
