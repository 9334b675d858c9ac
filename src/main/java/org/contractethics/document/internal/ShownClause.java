package org.contractethics.document.internal;

import org.contractethics.document.Documents.Clause;

/**
 * A clause with what the viewer needs beside it.
 *
 * @param titleLength how many characters at the start of its text are heading lines
 */
public record ShownClause(Clause clause, int titleLength) {}
