package org.contractethics.review.internal.panel;

import org.contractethics.shared.Role;

/**
 * One person in an urn.
 *
 * @param role in which they would vote
 */
public record Ticket(String person, Role role, String lot) {}
