package org.contractethics.review.internal;

import java.time.Instant;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may appeal, too, and gave reasons of their own to an appeal that was filed already.
 *
 * @param joinedAs the role in which they dissented, or the ombuds
 * @param concern the concern about the contract that the ombuds joins for; else null
 */
public record AppealJoining(
        String person, Role joinedAs, String reasons, @Nullable ConcernId concern, Instant joinedAt) {}
