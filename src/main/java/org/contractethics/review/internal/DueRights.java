package org.contractethics.review.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.review.internal.delta.CarriedItems;
import org.springframework.stereotype.Component;

/** The rights that an assessment marks: the catalogue without those that are carried over (H8). */
@Component
public class DueRights {

    private final PolicyOfReview policies;
    private final CarriedItems items;
    private final WeighedFacts facts;

    DueRights(PolicyOfReview policies, CarriedItems items, WeighedFacts facts) {
        this.policies = policies;
        this.items = items;
        this.facts = facts;
    }

    /** @param broughtBy capabilities of the contract, as it was triaged, that bring the right to mind */
    public record DueRight(HumanRight right, List<Capability> broughtBy) {

        public DueRight {
            broughtBy = List.copyOf(broughtBy);
        }

        public String code() {
            return right.code();
        }

        public boolean broughtToMind() {
            return !broughtBy.isEmpty();
        }

        /** What brings it to mind, as it is shown; empty where nothing does. */
        public String broughtInWords() {
            return broughtBy.stream().map(Capability::label).collect(Collectors.joining("; "));
        }

        List<String> broughtByCodes() {
            return broughtBy.stream().map(Capability::code).toList();
        }
    }

    public List<DueRight> of(ReviewCase review) {
        Policy version = policies.of(review);
        Set<String> carried = items.rightsStanding(review.id(), review.pass());
        List<String> weighed = facts.capabilities(review);
        List<Capability> contracted = version.capabilities().stream()
                .filter(capability -> weighed.contains(capability.code()))
                .toList();
        return version.rights().stream()
                .filter(right -> !carried.contains(right.code()))
                .map(right -> new DueRight(
                        right,
                        contracted.stream()
                                .filter(capability -> right.triggers().contains(capability.code()))
                                .toList()))
                .toList();
    }
}
