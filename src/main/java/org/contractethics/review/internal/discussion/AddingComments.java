package org.contractethics.review.internal.discussion;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saying something in the discussion of a review: kept as it was said, proved by the record, told to those mentioned. */
@Service
public class AddingComments {

    private final ReviewCases reviews;
    private final ReviewComments comments;
    private final CommentRules rules;
    private final ContractRegister contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AddingComments(
            ReviewCases reviews,
            ReviewComments comments,
            CommentRules rules,
            ContractRegister contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.comments = comments;
        this.rules = rules;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with a text; empty where nothing is. Refuses whoever may say nothing here. */
    public List<FormProblem> problems(ReviewId id, String text, Actor actor) {
        ReviewCase review = reviews.find(id).orElseThrow(Discussion::missing);
        rules.demandPart(review, actor);
        return rules.problems(review, tidy(text));
    }

    @Transactional
    public void say(ReviewId id, String text, Actor actor) {
        List<FormProblem> problems = problems(id, text, actor);
        if (!problems.isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems.stream().map(FormProblem::message).toList());
        }
        String said = tidy(text);
        Comment comment =
                new Comment(UUID.randomUUID(), id, actor.username(), clock.instant(), said, Mentions.in(said));
        ReviewCase review = reviews.get(id);
        String hash = Sha256.hex(said);
        comments.add(comment, hash);
        events.publishEvent(CommentAdded.of(comment, review.contract(), hash));
        tellMentioned(comment, review, actor);
    }

    private void tellMentioned(Comment comment, ReviewCase review, Actor author) {
        String reference = contracts.get(review.contract()).reference();
        comment.mentions().stream()
                .filter(username -> !username.equals(author.username()))
                .forEach(username -> events.publishEvent(Notice.toPerson(
                        username,
                        reference + ": " + author.displayName() + " mentioned you",
                        "You were mentioned in the discussion of a review.",
                        "/reviews/" + review.id() + "/discussion")));
    }

    /** One kind of line end, and nothing that no one can see. */
    private static String tidy(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    }
}
