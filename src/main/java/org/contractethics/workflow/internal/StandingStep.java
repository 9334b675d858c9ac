package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case that the engine tried several times and could not do, such as the reminder of an overdue stage. What people do in
 * the case goes on meanwhile; what this step was to bring about has not happened.
 *
 * @param job its id in the engine
 * @param procedure key of the model
 * @param procedureName its name in words
 * @param element id of the element of the model
 * @param label of that element
 * @param subject id of the review, the condition or whatever the procedure is about
 * @param concern the concern that the case began with; null where there is none
 * @param since when it was first given up
 * @param nextTry when the engine tries it again by itself
 */
public record StandingStep(
        String job,
        String procedure,
        String procedureName,
        String element,
        String label,
        UUID subject,
        @Nullable ContractLine contract,
        @Nullable ConcernId concern,
        Instant since,
        Instant nextTry) {}
