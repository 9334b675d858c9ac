package org.contractethics.review.internal.discussion;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Participants participants;
    private final ContractRegister contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AddingComments(
            ReviewCases reviews,
            ReviewComments comments,
            CommentRules rules,
            Participants participants,
            ContractRegister contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.comments = comments;
        this.rules = rules;
        this.participants = participants;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with a text; empty where nothing is. Refuses whoever may say nothing here. */
    public List<FormProblem> problems(ReviewId id, String text, boolean urgent, Actor actor) {
        ReviewCase review = reviews.find(id).orElseThrow(Discussion::missing);
        rules.demandPart(review, actor);
        return rules.problems(review, tidy(text), urgent);
    }

    @Transactional
    public void say(ReviewId id, String text, boolean urgent, Actor actor) {
        List<FormProblem> problems = problems(id, text, urgent, actor);
        if (!problems.isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems.stream().map(FormProblem::message).toList());
        }
        String said = tidy(text);
        Comment comment =
                new Comment(UUID.randomUUID(), id, actor.username(), clock.instant(), said, Mentions.in(said), urgent);
        ReviewCase review = reviews.get(id);
        String hash = Sha256.hex(said);
        comments.add(comment, hash);
        events.publishEvent(CommentAdded.of(comment, review.contract(), hash));
        tellMentioned(comment, review, actor);
    }

    /** Each once, whether mentioned by name, by a role or by two of them. */
    private void tellMentioned(Comment comment, ReviewCase review, Actor author) {
        Set<String> told = new HashSet<>(comment.mentions());
        Mentions.rolesIn(comment.text()).stream()
                .flatMap(role -> participants.of(review, role).stream())
                .forEach(person -> told.add(person.username()));
        told.remove(author.username());
        if (!told.isEmpty()) {
            String reference = contracts.get(review.contract()).reference();
            events.publishEvent(new Notice(
                    told,
                    Set.of(),
                    (comment.urgent() ? "Urgent: " : "") + reference + ": " + author.displayName() + " mentioned you",
                    "You were mentioned in the discussion of a review.",
                    "/reviews/" + review.id() + "/discussion"));
        }
    }

    /** One kind of line end, and nothing that no one can see. */
    private static String tidy(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    }
}
