package org.contractethics.search.internal;

/**
 * A clause that the cluster would not take.
 *
 * @param field the field to blame, or empty text where the cluster named none
 * @param reason in the cluster's kind of error, never with a value of the clause
 */
record RefusedClause(int ordinal, String field, String reason) {}
