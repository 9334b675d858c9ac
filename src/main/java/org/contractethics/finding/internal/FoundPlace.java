package org.contractethics.finding.internal;

import org.contractethics.document.Documents.Clause;

/**
 * A place found by a scan, before it is stored.
 *
 * @param inClause offset of the words in the text of the clause
 * @param end offset behind them in the text of the clause
 */
record FoundPlace(
        String check,
        String topic,
        boolean negated,
        Clause clause,
        int inClause,
        int end,
        String words,
        String sentence,
        String phrase) {}
