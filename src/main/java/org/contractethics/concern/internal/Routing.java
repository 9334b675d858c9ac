package org.contractethics.concern.internal;

import org.contractethics.policy.ConcernRouting.ConcernAction;

/**
 * What the table of routing said when a concern was filed, or when more people had signed the letter.
 *
 * @param urgency {@code U1}, at once, to {@code U4}
 * @param meetingWorkingDays working days within which a meeting is offered
 * @param rule id of the row that applied
 * @param policyNumber version of the policy that holds it
 */
public record Routing(String urgency, ConcernAction action, int meetingWorkingDays, String rule, int policyNumber) {

    /** The same row, as urgent as the earlier one at least, and with a meeting that is offered no later. */
    Routing notSlowerThan(Routing before) {
        return new Routing(
                urgency.compareTo(before.urgency) < 0 ? urgency : before.urgency,
                action,
                Math.min(meetingWorkingDays, before.meetingWorkingDays),
                rule,
                policyNumber);
    }
}
