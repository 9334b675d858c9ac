package org.contractethics.review.internal.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.paper.Paper;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.AllowedSpace.Row;
import org.contractethics.review.internal.AllowedSpace.Weighed;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.panel.MeetingCase.Opened;
import org.contractethics.review.internal.residual.ResidualCountersignatures;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every paper about a case says of it in the same words: facts, panel, votes, decision. */
@Component
class CaseSections {

    private final PeopleDirectory people;
    private final Policy policy;
    private final ResidualCountersignatures countersignatures;
    private final Assessments assessments;

    CaseSections(
            PeopleDirectory people,
            Policy policy,
            ResidualCountersignatures countersignatures,
            Assessments assessments) {
        this.assessments = assessments;
        this.countersignatures = countersignatures;
        this.people = people;
        this.policy = policy;
    }

    /** @param more lines below those that every paper has */
    void facts(Paper.Builder paper, MeetingCase one, List<List<String>> more) {
        Contract contract = one.contract();
        List<List<String>> lines = new ArrayList<>(List.of(
                List.of("Agency", contract.awardingAgency().name()),
                List.of("Supplier", contract.supplier()),
                List.of("Capabilities", capabilities(contract)),
                List.of("Countries", sorted(contract.countries())),
                List.of("End use as stated", one.review().intake().endUse()),
                List.of("Tier", one.review().confirmedTier().name())));
        lines.addAll(more);
        paper.heading(2, "Facts").table(List.of("Fact", "As submitted"), lines, "No facts.");
    }

    private String capabilities(Contract contract) {
        return labels(contract.capabilities());
    }

    private String labels(Collection<String> codes) {
        return policy.capabilities().stream()
                .filter(capability -> codes.contains(capability.code()))
                .map(Capability::label)
                .collect(Collectors.joining("; "));
    }

    /** What the contract brings to mind and the assessment found untouched; nothing where there is no such right. */
    void untouched(Paper.Builder paper, MeetingCase one) {
        List<Untouched> explained = assessments
                .find(one.review().id(), one.pass())
                .map(Assessment::explained)
                .orElse(List.of());
        if (!explained.isEmpty()) {
            paper.heading(2, "Rights found not touched, and why")
                    .table(
                            List.of("Right", "Brought to mind by", "Why it is not touched"),
                            explained.stream()
                                    .map(right -> List.of(
                                            named(right.right()), labels(right.broughtToMindBy()), right.because()))
                                    .toList(),
                            "None.");
        }
    }

    private String named(String right) {
        return policy.right(right).map(known -> right + " " + known.name()).orElse(right);
    }

    private static String sorted(Collection<String> codes) {
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
        paper.heading(2, "Votes").text(quorum(one));
        for (Opened opened : one.rounds()) {
            String carried = opened.round().carried();
            paper.heading(3, "Round " + opened.round().round())
                    .text(opened.valid() + (opened.valid() == 1 ? " valid vote of " : " valid votes of ")
                            + opened.votes().size() + ". "
                            + (carried == null
                                    ? "No outcome was carried."
                                    : "Carried: " + Outcome.valueOf(carried).label() + ".")
                            + closed(opened.actingChair()))
                    .table(
                            List.of("Voter", "As", "Vote", "Reasons"),
                            opened.votes().stream()
                                    .map(vote -> List.of(
                                            people.displayName(vote.voter()),
                                            vote.role().label(),
                                            vote.choice().label(),
                                            vote.reasons()))
                                    .toList(),
                            "Nobody voted.");
        }
        if (one.sealed()) {
            paper.text("A vote is still sealed. It is not part of this paper.");
        } else if (one.rounds().isEmpty()) {
            paper.text("There was no vote.");
        }
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
        severities(paper, decision);
        conditions(paper, decision);
        dissents(paper, decision);
    }

    /** Assessed beside residual severity, and who countersigned that. */
    private void severities(Paper.Builder paper, Decision decision) {
        List<List<String>> rows = decision.tables().space().rows().stream()
                .map(this::severities)
                .filter(row -> !row.isEmpty())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        paper.heading(3, "Assessed and residual severity")
                .table(
                        List.of("Right", "Assessed", "Left by mitigation", "Decided with"),
                        rows,
                        "Nothing was mitigated.")
                .text(countersigned(decision));
    }

    private String countersigned(Decision decision) {
        return decision.tables().space().rows().stream().noneMatch(Row::lowered)
                ? "Mitigation leaves everything as it was assessed."
                : countersignatures
                        .standing(decision.review(), decision.pass())
                        .map(one -> (one.agreed() ? "Countersigned by " : "The countersignature was refused by ")
                                + people.displayName(one.person()) + " on " + Times.words(one.signedAt()) + ".")
                        .orElse("Nobody countersigned what mitigation leaves.");
    }

    private List<String> severities(Row row) {
        Weighed weighed = row.weighed();
        return weighed == null
                ? List.of()
                : List.of(
                        policy.right(row.right()).map(HumanRight::name).orElse(row.right()),
                        words(weighed.assessed().name()),
                        words(weighed.residual().name()),
                        words(row.inputs().getOrDefault("residualSeverity", "unknown")));
    }

    private static String words(String severity) {
        return severity.equals("INCOMPLETE") ? "not known" : severity.toLowerCase(Locale.ROOT);
    }

    private void conditions(Paper.Builder paper, Decision decision) {
        paper.heading(3, "Conditions")
                .table(
                        List.of("Condition", "Owner", "To be met by", "Evidence", "If not met"),
                        decision.conditions().stream().map(this::condition).toList(),
                        "There is no condition.");
    }

    private void dissents(Paper.Builder paper, Decision decision) {
        paper.heading(3, "Dissents");
        if (decision.dissents().isEmpty()) {
            paper.text("There is no dissent.");
        }
        decision.dissents().forEach(dissent -> paper.heading(
                        4,
                        people.displayName(dissent.voter()) + ", "
                                + dissent.role().label() + ": "
                                + dissent.outcome().label())
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
