package org.contractethics.review.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who already has a part in a review: the facts that separation of duties asks for.
 *
 * @param recused who declared a conflict of interest
 * @param declared who signed that they have no interest
 * @param voters everyone who voted in any round
 * @param votedNow who voted in the round that is open
 * @param votedLast whose vote in the round is one for an outcome, open or not
 * @param deciders everyone who recorded a decision of this review
 * @param rulers everyone who wrote down the ruling on an appeal of this review
 * @param appealVoters everyone who voted on an appeal of this review
 * @param appellants who filed the appeal that waits, and who joined it
 * @param seated who sits on the panel of the round
 * @param round the vote that is open, or else the last one; null before the first
 */
record Involved(
        Set<String> recused,
        Set<String> declared,
        Set<String> voters,
        Set<String> votedNow,
        Set<String> votedLast,
        Set<String> deciders,
        Set<String> rulers,
        Set<String> appealVoters,
        Set<String> appellants,
        Set<String> seated,
        @Nullable VoteRound round) {}
