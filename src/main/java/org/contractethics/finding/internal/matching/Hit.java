package org.contractethics.finding.internal.matching;

/**
 * A place where a check matches a clause.
 *
 * @param check id of the check that is found: of a forbidden use, the safeguard that the prohibition speaks for
 * @param topic id of the check whose phrase stands there
 * @param negated whether the sentence denies it
 * @param start offset of the first character in the text of the clause
 * @param words from {@code start} to {@code end}
 * @param phrase as it stands in the catalogue
 */
public record Hit(
        String check, String topic, boolean negated, int start, int end, String words, String phrase, int sentence) {}
