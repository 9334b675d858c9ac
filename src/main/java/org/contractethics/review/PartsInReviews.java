package org.contractethics.review;

import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;

/**
 * Who has a part in some reviews, read once so that many people and stages can be judged. True of the moment it was read: for
 * showing lists, never for deciding whether an act is allowed. Asked of a review it was not read for, it refuses with 404.
 */
public interface PartsInReviews {

    /** As {@link Reviews#objections}. */
    List<String> objections(ReviewId review, Stage stage, Actor actor);

    /** The same when the task is completed: then the declaration of interests has to be signed, too (H2). */
    List<String> objectionsAtCompletion(ReviewId review, Stage stage, Actor actor);

    /** As {@link Reviews#bars}. */
    List<String> bars(ReviewId review, Actor actor);

    /** As {@link Reviews#hasVoted}. */
    boolean hasVoted(ReviewId review, Actor actor);
}
