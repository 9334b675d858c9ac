package org.contractethics.review.internal.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.Mentions.Piece;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The discussion of a review as those who take part read it. */
@Service
public class Discussion {

    private static final int MOST_SHOWN = 500;

    private final ReviewCases reviews;
    private final ReviewComments comments;
    private final Participants participants;
    private final PeopleDirectory people;

    Discussion(ReviewCases reviews, ReviewComments comments, Participants participants, PeopleDirectory people) {
        this.reviews = reviews;
        this.comments = comments;
        this.participants = participants;
        this.people = people;
    }

    /** A comment as it is shown. */
    public record Said(String author, Instant at, List<Piece> pieces) {}

    /**
     * @param said the newest first
     * @param total how many there are, shown or not
     * @param open whether the viewer may add to it
     */
    public record View(ReviewId review, List<Said> said, int total, boolean open) {}

    /** The discussion with its newest comments; empty for whoever takes no part. */
    @Transactional(readOnly = true)
    public Optional<View> seenBy(ReviewCase review, Actor viewer, int limit) {
        return participants.mayRead(review, viewer)
                ? Optional.of(new View(
                        review.id(),
                        comments.of(review.id(), Math.min(limit, MOST_SHOWN)).stream()
                                .map(this::said)
                                .toList(),
                        comments.count(review.id()),
                        participants.mayTalk(review, viewer) && !review.closed()))
                : Optional.empty();
    }

    /** Everything said; refused with 404 to whoever takes no part. */
    @Transactional(readOnly = true)
    public View get(ReviewId review, Actor viewer) {
        return reviews.find(review)
                .flatMap(found -> seenBy(found, viewer, MOST_SHOWN))
                .orElseThrow(Discussion::missing);
    }

    /** Those who can be mentioned. */
    public List<Person> mentionable(ReviewId review) {
        return participants.of(reviews.get(review));
    }

    private Said said(Comment comment) {
        return new Said(
                people.displayName(comment.author()),
                comment.saidAt(),
                Mentions.pieces(comment.text(), comment.mentions(), people::displayName));
    }

    static Refused missing() {
        return Refused.notFound("There is no such discussion, or you take no part in it.");
    }
}
