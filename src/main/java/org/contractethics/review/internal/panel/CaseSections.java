package org.contractethics.review.internal.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.paper.Paper;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.PolicyOfReview;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.Vote;
import org.contractethics.review.internal.panel.MeetingCase.Opened;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every paper about a case says of it in the same words: facts, panel, votes, decision. */
@Component
class CaseSections {

    private final PeopleDirectory people;
    private final Policy policy;
    private final PolicyOfReview policies;
    private final AssessmentOnPaper assessment;
    private final UntouchedOnPaper untouched;

    CaseSections(
            PeopleDirectory people,
            Policy policy,
            PolicyOfReview policies,
            AssessmentOnPaper assessment,
            UntouchedOnPaper untouched) {
        this.untouched = untouched;
        this.people = people;
        this.policy = policy;
        this.policies = policies;
        this.assessment = assessment;
    }

    /** @param more lines below those that every paper has */
    void facts(Paper.Builder paper, MeetingCase one, List<List<String>> more) {
        Contract contract = one.contract();
        List<List<String>> lines = new ArrayList<>(List.of(
                List.of("Agency", contract.awardingAgency().name()),
                List.of("Supplier", contract.supplier()),
                List.of("Capabilities", capabilities(one)),
                List.of("Countries", sorted(contract.countries())),
                List.of("End use as stated", one.review().intake().endUse()),
                List.of("Tier", tier(one))));
        lines.addAll(more);
        paper.heading(2, "Facts").table(List.of("Fact", "As submitted"), lines, "No facts.");
    }

    /** A review that is opened anew may have another tier by now. */
    private static String tier(MeetingCase one) {
        Decision decision = one.decision();
        return (decision == null ? one.review().confirmedTier() : decision.tier()).name();
    }

    /** Those that the decision was taken on; before it those of the contract. */
    private String capabilities(MeetingCase one) {
        Decision decision = one.decision();
        TriageConfirmation triage = decision == null ? null : decision.tables().triage();
        TriageFacts facts = triage == null ? null : triage.facts();
        Set<String> codes = facts == null ? one.contract().capabilities() : facts.capabilities();
        Policy version = decision == null ? policy : policy.under(decision.policyNumber());
        return version.capabilityLabels(codes);
    }

    /** What was weighed; nothing before the decision, whose numbers these are. */
    void assessment(Paper.Builder paper, MeetingCase one) {
        Decision decision = one.decision();
        if (decision != null) {
            assessment.on(paper, decision);
        }
    }

    /** What the contract brings to mind and the assessment found untouched; nothing where there is no such right. */
    void untouched(Paper.Builder paper, MeetingCase one) {
        untouched.on(paper, one);
    }

    private static String sorted(Set<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(", "));
    }

    void panel(Paper.Builder paper, MeetingCase one) {
        paper.heading(2, "Panel, drawn by lot")
                .table(
                        List.of("Member", "Seat"),
                        one.sitting().stream()
                                .map(sitting -> List.of(
                                        people.displayName(sitting.person()),
                                        sitting.role().label()))
                                .toList(),
                        "The panel is not drawn yet.");
    }

    static String quorum(MeetingCase one) {
        return "The quorum is " + one.rules().quorumInWords() + "; abstentions do not count. An outcome carries with "
                + one.rules().majorityInWords() + ".";
    }

    void votes(Paper.Builder paper, MeetingCase one) {
        RightsInWords rights = rights(one);
        paper.heading(2, "Votes").text(quorum(one));
        for (Opened opened : one.rounds()) {
            String carried = opened.round().carried();
            paper.heading(3, "Round " + opened.round().round())
                    .text(opened.valid() + (opened.valid() == 1 ? " valid vote of " : " valid votes of ")
                            + opened.votes().size() + ". "
                            + (carried == null
                                    ? "No outcome was carried."
                                    : "Carried: " + Outcome.valueOf(carried).label() + ".")
                            + lost(opened)
                            + closed(opened.actingChair()))
                    .table(
                            List.of("Voter", "Vote", "Severity", "Rights", "Reasons"),
                            opened.votes().stream()
                                    .map(vote -> vote(vote, rights))
                                    .toList(),
                            "Nobody voted.");
        }
        if (one.sealed()) {
            paper.text("A vote is still sealed. It is not part of this paper.");
        } else if (one.rounds().isEmpty()) {
            paper.text("There was no vote.");
        }
    }

    /** Everything that was sealed in it (H4). */
    private List<String> vote(Vote vote, RightsInWords rights) {
        String evidence = vote.evidence().isBlank() ? "" : "\nEvidence: " + vote.evidence();
        String conditions = vote.conditions().isEmpty() ? "" : "\nDepends on: " + String.join("; ", vote.conditions());
        return List.of(
                people.displayName(vote.voter()) + ", " + vote.role().label(),
                vote.choice().label(),
                AssessmentOnPaper.words(vote.severity().name()),
                vote.rights().isEmpty() ? "None named" : rights.of(vote.rights()),
                vote.reasons() + conditions + evidence);
    }

    /** By the version that the decision rests on, or will. */
    private RightsInWords rights(MeetingCase one) {
        Decision decision = one.decision();
        return new RightsInWords(decision == null ? policies.of(one.review()) : policy.under(decision.policyNumber()));
    }

    private static String lost(Opened opened) {
        return opened.lost() == 0
                ? ""
                : " Declared a conflict of interest after the vote was closed, so that their votes do not count: "
                        + opened.lost() + ".";
    }

    private String closed(@Nullable String actingChair) {
        return actingChair == null
                ? ""
                : " Closed by " + people.displayName(actingChair)
                        + " as acting chair, drawn by lot because conflicts barred"
                        + " everybody who was a panel chair.";
    }

    void decision(Paper.Builder paper, MeetingCase one) {
        Decision decision = one.decision();
        paper.heading(2, "Decision");
        if (decision == null) {
            paper.text("No decision is recorded yet.");
            return;
        }
        paper.text("Outcome: " + decision.outcome().label() + ".")
                .text("Reference: decision " + decision.id() + ", "
                        + (one.decisionEntry().isPresent()
                                ? "entry " + one.decisionEntry().getAsLong() + " of the record."
                                : "not yet in the record."))
                .text("Recorded by " + people.displayName(decision.decidedBy()) + " on "
                        + Times.words(decision.decidedAt()) + ", policy version " + decision.policyNumber() + ".")
                .text("Reasons: " + decision.reasons());
        conditions(paper, decision);
        asked(paper, decision);
        dissents(paper, decision, rights(one));
    }

    private void conditions(Paper.Builder paper, Decision decision) {
        paper.heading(3, "Conditions")
                .table(
                        List.of("Condition", "Owner", "To be met by", "Evidence", "If not met"),
                        decision.conditions().stream().map(this::condition).toList(),
                        "There is no condition.");
    }

    private void asked(Paper.Builder paper, Decision decision) {
        if (decision.asked().isEmpty()) {
            return;
        }
        paper.heading(3, "Conditions that votes asked for")
                .table(
                        List.of("Asked for by", "Condition", "Taken up", "Answer"),
                        decision.asked().stream()
                                .map(asked -> List.of(
                                        people.displayName(asked.condition().voter()),
                                        asked.condition().text(),
                                        asked.takenUp() ? "Word for word" : "No",
                                        asked.answer()))
                                .toList(),
                        "No vote asked for a condition.");
    }

    private void dissents(Paper.Builder paper, Decision decision, RightsInWords rights) {
        paper.heading(3, "Dissents");
        if (decision.dissents().isEmpty()) {
            paper.text("There is no dissent.");
        }
        decision.dissents().forEach(dissent -> paper.heading(
                        4,
                        people.displayName(dissent.voter()) + ", "
                                + dissent.role().label() + ": "
                                + dissent.outcome().label())
                .text("Severity: " + AssessmentOnPaper.words(dissent.severity()) + ". Rights: "
                        + (dissent.rights().isEmpty() ? "none named" : rights.of(dissent.rights())) + "."
                        + (dissent.steppedBack() ? " " + Decision.Dissent.STEPPED_BACK : ""))
                .text(dissent.reasons()));
    }

    private List<String> condition(Decision.Condition condition) {
        return List.of(
                condition.text(),
                people.displayName(condition.owner()),
                Times.words(condition.dueOn()),
                condition.evidence(),
                condition.blocking() ? "Stops the delivery" : "Escalates");
    }
}
