package org.contractethics.finding.internal.matching;

/**
 * A word of a clause.
 *
 * @param stem what phrases are compared with
 * @param plain the word itself in lower case
 * @param capitals whether it is written in capitals alone, like an abbreviation
 * @param start offset of its first character in the text
 * @param end offset behind its last character
 * @param sentence number of its sentence, from 0
 */
record Word(String stem, String plain, boolean capitals, int start, int end, int sentence) {}
