package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.DecisionFacts;
import org.contractethics.policy.Policy.DecisionSpace;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.review.internal.AllowedSpace.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks up what may be decided for each impact and keeps what all rows allow: an impact that leaves only rejection is not
 * outvoted by a milder one, and severity is never averaged.
 */
@Component
class DecisionSpaces {

    private static final List<String> DECIDERS = List.of("REVIEWERS", "PANEL", "BOARD_COMMITTEE");
    /** Unanimity is asked of reviewers alone: where one impact goes before the panel, the majority of the panel holds. */
    private static final List<String> MAJORITIES = List.of("UNANIMOUS", "MAJORITY", "TWO_THIRDS");
    /** A contract that was never signed can neither be suspended nor left. */
    private static final Set<Outcome> BEFORE_SIGNATURE =
            EnumSet.of(Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.REJECT, Outcome.RETURN);

    private final Policy policy;

    DecisionSpaces(Policy policy) {
        this.policy = policy;
    }

    /** The same under one version, whichever is in force. */
    DecisionSpaces under(Policy version) {
        return new DecisionSpaces(version);
    }

    /**
     * @param blockingGaps null where the safeguards were not checked
     * @param runs whether the contract was signed once, so that its services run
     */
    AllowedSpace of(@Nullable Boolean blockingGaps, List<ResidualImpact> impacts, boolean runs) {
        List<ResidualImpact> weighed = impacts.isEmpty() ? List.of(nothingTouched()) : impacts;
        Set<Outcome> allowed = EnumSet.copyOf(BEFORE_SIGNATURE);
        boolean incomplete = false;
        List<Row> rows = new ArrayList<>();
        List<DecisionSpace> spaces = new ArrayList<>();
        for (ResidualImpact impact : weighed) {
            DecisionSpace space = policy.decisionSpace(new DecisionFacts(
                    blockingGaps, impact.severity(), impact.likelihood(), impact.involvement(), impact.leverage()));
            spaces.add(space);
            rows.add(row(blockingGaps, impact, space));
            allowed.retainAll(space.allowed());
            incomplete |= space.allowed().equals(Set.of(Outcome.RETURN));
        }
        if (runs) {
            allowed.addAll(holds(spaces));
        }
        // one impact that is not assessed leaves nothing but the return, whatever the others allow
        return new AllowedSpace(
                incomplete ? Set.of(Outcome.RETURN) : allowed,
                highest(DECIDERS, spaces.stream().map(DecisionSpace::decider).toList()),
                highest(MAJORITIES, spaces.stream().map(DecisionSpace::majority).toList()),
                spaces.stream().map(DecisionSpace::basis).distinct().toList(),
                rows,
                policy.current(),
                null,
                List.of());
    }

    /** A milder impact beside a grave one does not keep a contract from being held; one too grave for conditions keeps it from less than its end. */
    private static Set<Outcome> holds(List<DecisionSpace> spaces) {
        Set<Outcome> holds = EnumSet.noneOf(Outcome.class);
        if (any(spaces, Outcome.EXIT)) {
            holds.add(Outcome.EXIT);
        }
        boolean tooGrave = spaces.stream()
                .map(DecisionSpace::allowed)
                .anyMatch(rows -> !rows.contains(Outcome.SUSPEND) && !rows.contains(Outcome.CONDITIONAL));
        if (any(spaces, Outcome.SUSPEND) && !tooGrave) {
            holds.add(Outcome.SUSPEND);
        }
        return holds;
    }

    private static boolean any(List<DecisionSpace> spaces, Outcome outcome) {
        return spaces.stream().anyMatch(space -> space.allowed().contains(outcome));
    }

    private static ResidualImpact nothingTouched() {
        return new ResidualImpact("-", Severity.LOW, Likelihood.RARE, Involvement.LINKED, Leverage.SOME);
    }

    private static Row row(@Nullable Boolean blockingGaps, ResidualImpact impact, DecisionSpace space) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("blockingGaps", known(blockingGaps));
        inputs.put("residualSeverity", known(impact.severity()));
        inputs.put("residualLikelihood", known(impact.likelihood()));
        inputs.put("involvement", known(impact.involvement()));
        inputs.put("leverage", known(impact.leverage()));
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put(
                "allowed", space.allowed().stream().sorted().map(Outcome::name).collect(Collectors.joining(", ")));
        outputs.put("decider", space.decider());
        outputs.put("majority", space.majority());
        return new Row(impact.right(), inputs, space.rule(), outputs, impact.weighed());
    }

    private static String known(@Nullable Object value) {
        return value == null ? "unknown" : value.toString();
    }

    private static String highest(List<String> order, List<String> values) {
        return values.stream()
                .max((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)))
                .orElseThrow();
    }
}
