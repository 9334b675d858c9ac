package org.contractethics.screening.internal.matching;

/**
 * Two words that were held against each other, in the form in which they were compared. A word that found no partner stands with an empty
 * one on the other side and similarity 0.
 *
 * @param weight how much the word says: particles and legal forms little, rare words most
 * @param similarity 0 to 1
 */
public record TokenEvidence(String asked, String listed, double weight, double similarity) {}
