package org.contractethics.document.reference;

/**
 * A term and the place that says what it means.
 *
 * @param clause ordinal of the clause that defines it
 */
public record DefinedTerm(String term, int clause) {}
