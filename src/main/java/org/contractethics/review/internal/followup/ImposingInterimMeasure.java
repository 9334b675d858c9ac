package org.contractethics.review.internal.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** H17: in an emergency the chair, or who acts in their place, restricts services at once. It ends by itself, and cannot be chained. */
@Component
public class ImposingInterimMeasure {

    private static final String OTHER = "other";

    private final FollowUpWork work;
    private final InterimMeasures measures;
    private final SignedContracts signed;
    private final Separation separation;
    private final FollowedConditions conditions;
    private final Incidents incidents;
    private final OpeningSuspension opening;
    private final ChairOfContract chair;
    private final FollowUpNotices notices;
    private final MonitoringProperties properties;

    ImposingInterimMeasure(
            FollowUpWork work,
            InterimMeasures measures,
            SignedContracts signed,
            Separation separation,
            FollowedConditions conditions,
            Incidents incidents,
            OpeningSuspension opening,
            ChairOfContract chair,
            FollowUpNotices notices,
            MonitoringProperties properties) {
        this.work = work;
        this.measures = measures;
        this.signed = signed;
        this.separation = separation;
        this.conditions = conditions;
        this.incidents = incidents;
        this.opening = opening;
        this.chair = chair;
        this.notices = notices;
        this.properties = properties;
    }

    /** What the chair writes down. */
    public record Restriction(String cause, String restriction, String reasons) {}

    public int days() {
        return properties.interimDays();
    }

    /** Why this person cannot restrict this contract now; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        List<String> conflicts = separation.conflicts(contract.id(), actor);
        List<String> objections = conflicts.isEmpty() ? chair.objections(contract.id(), Set.of(), actor) : conflicts;
        if (!objections.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, objections));
        }
        if (!signed.runs(contract)) {
            return Optional.of(Refused.conflict(
                    "Only a contract that is in force and whose services run can be restricted. This one is "
                            + contract.state().words() + "."));
        }
        return measures.running(contract.id())
                .map(measure -> Refused.conflict("An interim measure restricts this contract already."));
    }

    /** What can be the cause: an open condition, an incident, or one other emergency. */
    public Map<String, String> causes(ContractId contract) {
        Map<String, String> causes = new LinkedHashMap<>();
        conditions
                .openOf(contract)
                .forEach(condition -> causes.put("condition:" + condition.id(), "Condition: " + condition.text()));
        incidents
                .of(contract)
                .forEach(incident -> causes.put(
                        "incident:" + incident.id(),
                        incident.kind().label() + " of " + Times.words(incident.happenedOn()) + ": "
                                + incident.account()));
        causes.put(OTHER, "Another emergency, not recorded yet");
        return causes;
    }

    public List<FormProblem> problems(ContractId contract, Restriction restriction) {
        Problems problems = new Problems()
                .when(
                        !causes(contract).containsKey(restriction.cause()),
                        "cause",
                        "Choose what makes this an emergency.")
                .when(
                        chained(contract, restriction.cause()),
                        "cause",
                        "There was an interim measure for this cause already, and no decision confirmed it. A second one would"
                                + " be a suspension by one person (H17). If something else happened, have it recorded as an incident and"
                                + " choose that.");
        Texts.demand(problems, restriction.restriction(), "restriction", "Say what is restricted.");
        return Texts.demand(problems, restriction.reasons(), "reasons", "Give the reasons.")
                .list();
    }

    private boolean chained(ContractId contract, String cause) {
        return measures.of(contract).stream()
                .filter(measure -> measure.cause().equals(cause))
                .findFirst()
                .map(last -> !last.confirmed())
                .orElse(false);
    }

    @Transactional
    public UUID impose(ContractId id, Restriction restriction, Actor actor) {
        Contract contract = signed.lock(id);
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(id, restriction));
        Instant now = work.now();
        InterimMeasure measure = new InterimMeasure(
                UUID.randomUUID(),
                id,
                restriction.cause(),
                restriction.restriction(),
                restriction.reasons(),
                actor.username(),
                chair.acting(id, Set.of(), actor),
                now,
                now.plus(Duration.ofDays(days())),
                null);
        measures.add(measure);
        restrict(contract);
        begin(contract, measure);
        opening.becauseOf(measure);
        notices.imposed(measure);
        return measure.id();
    }

    /** While it is in review again its state is that of the review; the measure restricts it all the same. */
    private void restrict(Contract contract) {
        if (contract.state() == ContractState.SIGNED) {
            signed.becomes(contract, ContractState.RESTRICTED);
        }
    }

    /** It is signed again while a measure still runs: the new signature does not end the measure (H17). */
    @EventListener(condition = "#event.kind() == 'contract-signed'")
    void goesOn(RecordedEvent event) {
        Contract contract = signed.lock(Objects.requireNonNull(event.contract()));
        measures.running(contract.id()).ifPresent(measure -> restrict(contract));
    }

    private void begin(Contract contract, InterimMeasure measure) {
        work.record(
                "interim-measure-imposed",
                measure.actsAs()
                        .told(EndingInterimMeasures.facts(measure)
                                .and("restriction", measure.restriction())
                                .and("reasons", measure.reasons())),
                contract.id(),
                measure.imposedBy(),
                measure.imposedAt());
        work.publish(new FollowUpBegan(
                FollowUp.INTERIM_MEASURE,
                measure.id(),
                contract.id(),
                contract.tier(),
                Map.of("endsAt", measure.endsAt().toString()),
                Set.of(),
                measure.imposedAt()));
    }
}
