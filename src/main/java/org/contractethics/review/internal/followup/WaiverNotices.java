package org.contractethics.review.internal.followup;

import java.util.HashSet;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those whose votes an approval rests on, and the board committee, when one of its conditions is to fall. */
@Component
class WaiverNotices {

    private final ApplicationEventPublisher events;
    private final ContractRegister contracts;
    private final Waivers waivers;

    WaiverNotices(ApplicationEventPublisher events, ContractRegister contracts, Waivers waivers) {
        this.events = events;
        this.contracts = contracts;
        this.waivers = waivers;
    }

    void proposed(FollowedCondition condition, String proposer) {
        publish(
                condition,
                Set.of(),
                Set.of(Role.BOARD_COMMITTEE),
                "confirm the waiver of a condition",
                "A waiver is proposed. Until somebody of the board committee who did not propose it confirms it, the condition"
                        + " stands and its time runs.",
                Set.of(proposer));
    }

    void refused(FollowedCondition condition, String proposer) {
        publish(
                condition,
                Set.of(proposer),
                Set.of(Role.BOARD_COMMITTEE),
                "the waiver was refused",
                "The condition stands. The reasons stand on its page.",
                Set.of());
    }

    void waived(FollowedCondition condition) {
        publish(
                condition,
                Set.of(condition.owner()),
                Set.of(Role.MONITOR, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
                "a condition was waived",
                "It need not be met any more. Who waived it, and why, stands on its page.",
                Set.of());
    }

    private void publish(
            FollowedCondition condition,
            Set<String> others,
            Set<Role> roles,
            String what,
            String text,
            Set<String> except) {
        Set<String> people = new HashSet<>(waivers.voters(condition.decision()));
        people.addAll(others);
        String reference =
                contracts.find(condition.contract()).map(Contract::reference).orElse("A contract");
        events.publishEvent(new Notice(people, roles, reference + ": " + what, text, "/conditions/" + condition.id())
                .exceptFor(except));
    }
}
