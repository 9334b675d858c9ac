package org.contractethics.document.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph or table row of a text: the unit that is compared.
 *
 * @param part which part of the file it stands in
 * @param clause ordinal of the clause it is a piece of
 * @param label the innermost heading or number of that clause; empty where it has none
 */
public record Passage(String part, int clause, String label, @Nullable Integer page, String text) {}
