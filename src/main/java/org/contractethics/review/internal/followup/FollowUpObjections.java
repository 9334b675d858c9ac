package org.contractethics.review.internal.followup;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Why a person may not work on a step: reads who has a part in it and asks the rules. */
@Component
class FollowUpObjections {

    private final Separation separation;
    private final FollowedConditions conditions;
    private final Suspensions suspensions;
    private final ReReviews reReviews;
    private final ChairOfContract chair;
    private final MeasureOwners owners;
    private final List<StepRules> further;

    FollowUpObjections(
            Separation separation,
            FollowedConditions conditions,
            Suspensions suspensions,
            ReReviews reReviews,
            ChairOfContract chair,
            MeasureOwners owners,
            List<StepRules> further) {
        this.separation = separation;
        this.conditions = conditions;
        this.suspensions = suspensions;
        this.reReviews = reReviews;
        this.chair = chair;
        this.owners = owners;
        this.further = further;
    }

    List<String> against(UUID subject, FollowUpStep step, Actor actor) {
        return in(Map.of(subject, step.followUp())).objections(subject, step, actor);
    }

    /** Reads all of them together, with as many statements as for one of each kind. */
    FollowUpRules in(Map<UUID, FollowUp> subjects) {
        if (subjects.isEmpty()) {
            return new FollowUpRules(
                    Map.of(), Map.of(), Map.of(), new Interests(Map.of(), Map.of()), chair, owners::gone, this::rules);
        }
        Map<UUID, SuspensionReview> suspended =
                byId(suspensions.findAll(ids(subjects, FollowUp.SUSPENSION)), SuspensionReview::id);
        Set<UUID> asked = ids(subjects, FollowUp.CONDITION);
        suspended.values().stream()
                .flatMap(review -> Stream.ofNullable(review.condition()))
                .forEach(asked::add);
        Map<UUID, FollowedCondition> followed = byId(conditions.findAll(asked), FollowedCondition::id);
        Map<UUID, ContractId> again = reReviews.contractsOf(ids(subjects, FollowUp.RE_REVIEW));
        Set<ContractId> contracts = new HashSet<>(again.values());
        followed.values().forEach(condition -> contracts.add(condition.contract()));
        suspended.values().forEach(review -> contracts.add(review.contract()));
        return new FollowUpRules(
                followed, suspended, again, separation.in(contracts), chair, owners::gone, this::rules);
    }

    StepRules rules(FollowUpStep step) {
        return further.stream()
                .filter(rules -> rules.followUp() == step.followUp())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + step));
    }

    private static Set<UUID> ids(Map<UUID, FollowUp> subjects, FollowUp kind) {
        return subjects.keySet().stream()
                .filter(id -> subjects.get(id) == kind)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static <V> Map<UUID, V> byId(Collection<V> values, Function<V, UUID> id) {
        return values.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
