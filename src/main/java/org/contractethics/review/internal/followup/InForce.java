package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.contractethics.shared.ContractId;

/**
 * A contract that was signed elsewhere, before it was reviewed here.
 *
 * @param since first day on which it was in force, never to come when it was stated
 * @param source what shows that, in words
 * @param statedBy account name; {@code system} where a published award says so
 */
public record InForce(ContractId contract, LocalDate since, String source, String statedBy, Instant statedAt) {}
