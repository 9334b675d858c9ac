package org.contractethics.review.internal.discussion;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.Pager;
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

    /** Comments on one page. */
    public static final int PAGE_SIZE = 100;

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
    public record Said(String author, Instant at, List<Piece> pieces, boolean urgent) {}

    /**
     * @param said the newest first
     * @param pager which of them are shown, of how many
     * @param open whether the viewer may add to it
     */
    public record View(ReviewId review, List<Said> said, Pager pager, boolean open) {}

    /** The discussion with its newest comments; empty for whoever takes no part. */
    @Transactional(readOnly = true)
    public Optional<View> seenBy(ReviewCase review, Actor viewer, int newest) {
        return participants.mayRead(review, viewer) ? Optional.of(view(review, viewer, newest, 1)) : Optional.empty();
    }

    /**
     * A page of what was said; refused with 404 to whoever takes no part.
     *
     * @param page from 1; the last one where there are not so many
     */
    @Transactional(readOnly = true)
    public View get(ReviewId review, Actor viewer, int page) {
        return reviews.find(review)
                .filter(found -> participants.mayRead(found, viewer))
                .map(found -> view(found, viewer, PAGE_SIZE, page))
                .orElseThrow(Discussion::missing);
    }

    private View view(ReviewCase review, Actor viewer, int size, int page) {
        int total = comments.count(review.id());
        int last = Pager.pages(total, size);
        Pager pager = new Pager(Math.min(Math.max(1, page), last), size, total, path(review.id()), Map.of());
        return new View(
                review.id(),
                comments.of(review.id(), size, (pager.number() - 1) * size).stream()
                        .map(this::said)
                        .toList(),
                pager,
                participants.mayTalk(review, viewer) && !review.closed());
    }

    private static String path(ReviewId review) {
        return "/reviews/" + review + "/discussion";
    }

    /** Those who can be mentioned. */
    public List<Person> mentionable(ReviewId review) {
        return participants.of(reviews.get(review));
    }

    /** Roles by which people can be mentioned: what is written for each, and how it is called. */
    public Map<String, String> mentionableRoles(ReviewId id) {
        ReviewCase review = reviews.get(id);
        Map<String, String> roles = new LinkedHashMap<>();
        Participants.roles().stream()
                .filter(role -> !participants.of(review, role).isEmpty())
                .forEach(role -> roles.put(Mentions.word(role), role.label()));
        return roles;
    }

    private Said said(Comment comment) {
        return new Said(
                people.displayName(comment.author()),
                comment.saidAt(),
                Mentions.pieces(comment.text(), comment.mentions(), people::displayName),
                comment.urgent());
    }

    static Refused missing() {
        return Refused.notFound("There is no such discussion, or you take no part in it.");
    }
}
