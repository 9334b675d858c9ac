package org.contractethics.concern.internal;

import org.contractethics.policy.ConcernRouting.ConcernAction;

/**
 * What the table of routing said when a concern was filed.
 *
 * @param urgency {@code U1}, at once, to {@code U4}
 * @param meetingWorkingDays working days within which a meeting is offered
 * @param rule id of the row that applied
 * @param policyNumber version of the policy that holds it
 */
public record Routing(String urgency, ConcernAction action, int meetingWorkingDays, String rule, int policyNumber) {}
