package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.Verdict.Hold;
import org.contractethics.review.internal.followup.DecidingSuspension;
import org.contractethics.review.internal.followup.InterimMeasure;
import org.contractethics.review.internal.followup.InterimMeasures;
import org.contractethics.review.internal.followup.SuspensionOutcome;
import org.contractethics.review.internal.followup.SuspensionReview;
import org.contractethics.review.internal.followup.SuspensionReview.Proposal;
import org.contractethics.review.internal.followup.SuspensionReview.Ruling;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one suspension review. */
@Component
class SuspensionView {

    private static final Set<Outcome> HOLDS = EnumSet.of(Outcome.SUSPEND, Outcome.EXIT);

    private static final String WAITS = "Waits for the board committee";
    private static final String ENDED = "Not needed any more: the review decided by its vote";

    private final FollowUpFrame frame;
    private final InterimMeasures measures;
    private final Decisions decisions;
    private final DecidingSuspension deciding;
    private final PeopleDirectory people;

    SuspensionView(
            FollowUpFrame frame,
            InterimMeasures measures,
            Decisions decisions,
            DecidingSuspension deciding,
            PeopleDirectory people) {
        this.deciding = deciding;
        this.frame = frame;
        this.measures = measures;
        this.decisions = decisions;
        this.people = people;
    }

    ModelAndView page(SuspensionReview review, Typed typed, Actor viewer) {
        review.waiting().ifPresent(one -> typed.values().with(FollowUpFrame.SEEN, one.number()));
        Content content =
                new Content(review.purpose().title(), review.words(), statements(review), forms(review, viewer));
        return frame.page(review.contract(), content, frame.task(review.id(), viewer), typed, viewer);
    }

    private List<Statement> statements(SuspensionReview review) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.titled("Why it was opened")
                .line("Reason", review.reason())
                .line(
                        "Condition",
                        review.condition() == null ? null : "The condition that is not met",
                        "/conditions/" + review.condition())
                .line("Opened by", people.displayName(review.openedBy()) + ", " + Times.words(review.openedAt()))
                .build());
        if (review.open()) {
            deciding.refusedLast(review)
                    .ifPresent(why -> statements.add(Statement.titled("What the reviews said")
                            .line("Last word", why)
                            .build()));
            measures.running(review.contract()).ifPresent(measure -> statements.add(running(measure)));
        }
        review.proposals().forEach(proposal -> statements.add(proposal(proposal, review.open() ? WAITS : ENDED)));
        return statements;
    }

    private Statement running(InterimMeasure measure) {
        return Statement.titled("Restriction in force")
                .line("What is restricted", measure.restriction())
                .line(
                        "Imposed by",
                        people.displayName(measure.imposedBy())
                                + measure.actsAs().afterName() + ", " + Times.words(measure.imposedAt()))
                .line("Ends by itself on", Times.words(measure.endsAt()))
                .build();
    }

    private Statement proposal(Proposal proposal, String unruled) {
        Statement.Builder statement = Statement.titled("Proposal " + proposal.number())
                .line("Outcome", proposal.outcome().label())
                .line("Reasons", proposal.reasons())
                .line("What the customer is told", proposal.customerNotice())
                .line("Safety of affected people", proposal.safety())
                .line(
                        "Proposed by",
                        people.displayName(proposal.proposedBy())
                                + proposal.actsAs().afterName() + ", " + Times.words(proposal.proposedAt()));
        Ruling ruling = proposal.ruling();
        return ruling == null
                ? statement.line("Confirmation", unruled).build()
                : statement
                        .line("Confirmation", ruling.confirmed() ? "Confirmed, in force" : "Sent back")
                        .line("Reasons of the board committee", ruling.reasons())
                        .line("Ruled by", people.displayName(ruling.by()) + ", " + Times.words(ruling.at()))
                        .build();
    }

    private List<ActForm> forms(SuspensionReview review, Actor viewer) {
        String path = "/suspensions/" + review.id();
        if (frame.holds(review.id(), FollowUpStep.PROPOSE_SUSPENSION, viewer)) {
            return List.of(new ActForm(path + "/proposal", proposing(review), "Propose this"));
        }
        if (frame.holds(review.id(), FollowUpStep.CONFIRM_SUSPENSION, viewer)) {
            return List.of(new ActForm(path + "/ruling", confirming(review), "Record the ruling"));
        }
        return List.of();
    }

    private Section proposing(SuspensionReview review) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        deciding.outcomes(review).forEach(outcome -> outcomes.put(outcome.name(), outcome.label()));
        List<Field> fields = new ArrayList<>();
        fields.add(Field.radios("outcome", "What becomes of the services", outcomes, null, true));
        fields.add(Field.area("reasons", "Reasons", null, true, 5));
        if (outcomes.containsKey(SuspensionOutcome.SUSPEND.name())) {
            fields.add(Field.area(
                    "customer-notice",
                    "What the customer is told",
                    "Needed to suspend: the text of the notice.",
                    false,
                    4));
            fields.add(Field.area(
                    "safety",
                    "Safety of affected people",
                    "Needed to suspend: who may be hurt when the services stop, and what is done for them.",
                    false,
                    4));
        }
        return Section.of("Proposal", "It comes into force when the board committee confirms it.", fields);
    }

    private static Section confirming(SuspensionReview review) {
        String proposed = review.waiting()
                .map(Proposal::outcome)
                .map(SuspensionOutcome::label)
                .orElse("");
        return Section.of(
                "Ruling of the board committee",
                "Confirmed, the proposal is in force at once: \"" + proposed + "\".",
                Field.hidden(FollowUpFrame.SEEN),
                Field.radios(
                        "confirmed",
                        "Do you confirm the proposal?",
                        Field.choices("yes", "Yes, it comes into force", "no", "No, back to the chair"),
                        null,
                        true),
                Field.area("ruling-reasons", "Reasons", null, true, 4));
    }

    /** What is in force of a held contract; empty where nothing holds it. */
    Optional<Statement> hold(Contract contract, List<SuspensionReview> reviews, Optional<InterimMeasure> measure) {
        if (measure.isPresent()) {
            return measure.map(this::running);
        }
        Optional<Proposal> ruled =
                reviews.stream().flatMap(review -> review.decided().stream()).findFirst();
        Optional<Decision> decided = decisions
                .latestAbout(contract.id())
                .filter(decision -> contract.state().held() && HOLDS.contains(decision.outcome()))
                .filter(decision -> ruled.map(Proposal::ruling)
                        .filter(ruling -> ruling.at().isAfter(decision.decidedAt()))
                        .isEmpty());
        return decided.isPresent() ? decided.map(this::decision) : ruled(ruled);
    }

    private Statement decision(Decision decision) {
        Optional<Hold> hold = decisions.hold(decision.id());
        return Statement.titled("Decision of the review")
                .line("Outcome", decision.outcome().label())
                .line("Reasons", decision.reasons())
                .line(
                        "What the customer is told",
                        hold.map(Hold::customerNotice).orElse(null))
                .line("Safety of affected people", hold.map(Hold::safety).orElse(null))
                .line("Decided by", people.displayName(decision.decidedBy()) + ", " + Times.words(decision.decidedAt()))
                .line(
                        "Appeal",
                        decision.outcome() == Outcome.SUSPEND
                                ? "None: the review ended with this decision. Lifting the suspension is decided by a review of its own."
                                : "None: the review ended with this decision.")
                .build();
    }

    private Optional<Statement> ruled(Optional<Proposal> ruled) {
        return ruled.filter(proposal -> proposal.outcome() != SuspensionOutcome.CONTINUE
                        && proposal.outcome() != SuspensionOutcome.LIFT)
                .map(proposal -> proposal(proposal, WAITS));
    }
}
