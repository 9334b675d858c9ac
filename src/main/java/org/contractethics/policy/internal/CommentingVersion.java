package org.contractethics.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.policy.internal.Comments.Comment;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every employee may say what they think of a proposed version; it stays with it for ever. */
@Component
public class CommentingVersion {

    private static final int LONGEST = 10_000;

    private final PolicyVersions versions;
    private final Comments comments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommentingVersion(PolicyVersions versions, Comments comments, ApplicationEventPublisher events, Clock clock) {
        this.versions = versions;
        this.comments = comments;
        this.events = events;
        this.clock = clock;
    }

    public boolean mayComment(Actor actor) {
        return staff(actor);
    }

    /** People outside the company read the rules, not what staff said of them nor who said it. */
    public static boolean staff(Actor actor) {
        return actor.roles().stream().anyMatch(role -> role != Role.EXTERNAL_FILER);
    }

    @Transactional
    public void comment(int number, String text, Actor actor) {
        RecordedVersion version = versions.get(number);
        if (!mayComment(actor)) {
            throw Refused.notAllowed("People of the company comment on the rules.");
        }
        if (!version.open()) {
            throw Refused.conflict("This version is no longer open for comments.");
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw Refused.invalid(
                    List.of(new FormProblem("comment", "Write your comment, in up to 10,000 characters.")));
        }
        Instant now = clock.instant();
        Comment comment = new Comment(UUID.randomUUID(), actor.username(), now, text.strip());
        comments.add(number, comment);
        events.publishEvent(PolicyFact.of(
                "policy-commented",
                version,
                actor.username(),
                now,
                Map.of("commentId", comment.id().toString(), "text", comment.text())));
    }
}
