package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** What follows when something becomes known of a signed contract: people are told, and a signal of harm has it looked at soon. */
@Component
class BecomingKnown {

    private static final Set<Role> TOLD = Set.of(Role.HR_REVIEWER, Role.MONITOR);
    private static final Set<Role> TOLD_OF_SIGNALS = Set.of(Role.HR_REVIEWER, Role.MONITOR, Role.PANEL_CHAIR);

    private final FollowUpWork work;
    private final BringingForward forward;
    private final Separation separation;

    BecomingKnown(FollowUpWork work, BringingForward forward, Separation separation) {
        this.work = work;
        this.forward = forward;
        this.separation = separation;
    }

    /** The contract has to be held by the caller. */
    void of(Incident incident, Contract contract) {
        boolean signal = incident.kind().signalsHarm();
        String then = signal
                ? forward.becauseOf(incident, contract.id())
                        .map(BecomingKnown::lookedAt)
                        .orElse("No re-review waits for its day: people look at the contract already, or it has ended.")
                : "It changes nothing of when the contract is looked at again.";
        Notice notice = Notice.toRoles(
                signal ? TOLD_OF_SIGNALS : TOLD,
                contract.reference() + ": " + incident.kind().label().toLowerCase(Locale.ROOT) + " recorded",
                "What became known stands on the page of the contract. " + then,
                "/contracts/" + contract.id());
        work.publish(notice.exceptFor(notTold(incident, contract)));
    }

    private static String lookedAt(LocalDate day) {
        return "The contract is looked at again on " + Times.words(day) + " at the latest.";
    }

    /** Who recorded it knows it; who has a part in the sale watches nothing of it (H1). */
    private Set<String> notTold(Incident incident, Contract contract) {
        Set<String> people = new HashSet<>(separation.excluded(contract.id()));
        people.add(incident.recordedBy());
        return people;
    }
}
