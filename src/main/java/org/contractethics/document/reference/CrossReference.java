package org.contractethics.document.reference;

import org.jspecify.annotations.Nullable;

/**
 * Words of a clause that name another clause.
 *
 * @param clause ordinal of the clause that names it
 * @param start and {@code end}: their place in its text
 * @param words for example "Section 7.2(a)"
 * @param target ordinal of the clause that is named; null where this document has none of that number
 * @param annex whether they name an exhibit, schedule or annex, which may be a document of its own
 */
public record CrossReference(int clause, int start, int end, String words, @Nullable Integer target, boolean annex) {}
