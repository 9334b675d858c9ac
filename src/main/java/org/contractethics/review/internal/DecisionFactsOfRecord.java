package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.review.internal.Decision.AnsweredCondition;
import org.contractethics.review.internal.Decision.Condition;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.residual.ResidualCountersignature;
import org.contractethics.review.internal.residual.ResidualCountersignatures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts a decision, its conditions and its dissents into the record. */
@Component
class DecisionFactsOfRecord {

    private final ApplicationEventPublisher events;
    private final CarryingOver carrying;
    private final PolicyOfReview policies;
    private final Notices notices;
    private final ResidualCountersignatures countersignatures;

    DecisionFactsOfRecord(
            ApplicationEventPublisher events,
            CarryingOver carrying,
            PolicyOfReview policies,
            Notices notices,
            ResidualCountersignatures countersignatures) {
        this.events = events;
        this.carrying = carrying;
        this.policies = policies;
        this.notices = notices;
        this.countersignatures = countersignatures;
    }

    void publish(Open open, Decision decision) {
        List<Object> carried = carrying.citations(decision.review(), decision.pass());
        publish(
                open,
                "decision-recorded",
                of(decision)
                        .and("outcome", decision.outcome().name())
                        .and("tier", decision.tier().name())
                        .and("rights", decision.rights())
                        .and("reasons", decision.reasons())
                        .and("conditions", decision.conditions().size())
                        .and("policyVersion", decision.policyNumber())
                        .and("policyHash", decision.policyHash())
                        .and("documentSetHash", decision.documentSetHash())
                        .and("expiresOn", decision.expiresOn())
                        .and("decidedBy", decision.decidedBy())
                        .and("residualCountersignedBy", countersigner(decision))
                        .and("carriedOver", carried.isEmpty() ? null : carried)
                        .and(
                                "standing",
                                StandingAtDecision.of(
                                        decision, policies.of(decision.tables().triage()))));
        decision.dissents()
                .forEach(dissent -> publish(
                        open,
                        "dissent-recorded",
                        of(decision)
                                .and("voter", dissent.voter())
                                .and("outcome", dissent.outcome().name())
                                .and("reasons", dissent.reasons())));
        decision.conditions().forEach(condition -> publish(open, "condition-imposed", condition(decision, condition)));
        decision.asked().forEach(asked -> publish(open, "asked-condition-answered", asked(decision, asked)));
        notices.decided(open.review(), open.contract(), decision);
    }

    private @Nullable String countersigner(Decision decision) {
        return countersignatures
                .at(decision.id())
                .filter(ResidualCountersignature::agreed)
                .map(ResidualCountersignature::person)
                .orElse(null);
    }

    /** Only recorded: whoever ends the approval moves the process. */
    void lapsed(Open open, Decision decision, String reason) {
        publish(open, "approval-lapsed", of(decision).and("reason", reason));
    }

    private static Facts condition(Decision decision, Condition condition) {
        return of(decision)
                .and("conditionId", condition.id())
                .and("owner", condition.owner())
                .and("dueOn", condition.dueOn())
                .and("blocking", condition.blocking());
    }

    private static Facts asked(Decision decision, AnsweredCondition asked) {
        return of(decision)
                .and("askedId", asked.id())
                .and("voter", asked.condition().voter())
                .and("ordinal", asked.condition().ordinal())
                .and("takenUp", asked.takenUp())
                .and("answer", asked.answer());
    }

    private static Facts of(Decision decision) {
        return Facts.of("reviewId", decision.review()).and("decisionId", decision.id());
    }

    private void publish(Open open, String kind, Facts facts) {
        events.publishEvent(
                facts.recorded(kind, open.contract().id(), open.actor().username(), open.now()));
    }
}
