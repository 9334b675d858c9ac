package org.contractethics.policy.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.access.EntityTags;
import org.contractethics.policy.internal.CommentingVersion;
import org.contractethics.policy.internal.Comments;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.PolicyVersions;
import org.contractethics.policy.internal.VersionState;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Versions of the policy as the API answers them, with the tag that a decision has to name. */
@Component
class VersionAnswers {

    private final PolicyVersions versions;
    private final PolicyInForce policy;
    private final Comments comments;
    private final VersionCards cards;
    private final EntityTags tags;

    VersionAnswers(
            PolicyVersions versions, PolicyInForce policy, Comments comments, VersionCards cards, EntityTags tags) {
        this.versions = versions;
        this.policy = policy;
        this.comments = comments;
        this.cards = cards;
        this.tags = tags;
    }

    /** Every version, the newest first. */
    List<VersionDocument.Summary> all(Actor viewer) {
        Map<Integer, VersionState> states =
                cards.all(viewer).stream().collect(Collectors.toMap(VersionCard::number, VersionCard::state));
        return versions.all().stream()
                .map(version ->
                        VersionDocument.Summary.of(version, states.getOrDefault(version.number(), version.state())))
                .map(summary -> CommentingVersion.staff(viewer) ? summary : summary.outside())
                .toList();
    }

    /** Asks for no file: they are kept parsed for good, and a version just proposed may yet be taken back. */
    VersionDocument.Summary summary(int number) {
        return VersionDocument.Summary.of(versions.get(number), cards.state(number));
    }

    ResponseEntity<VersionDocument> answer(int number, Actor viewer) {
        VersionDocument whole = document(number);
        VersionDocument document = CommentingVersion.staff(viewer) ? whole : whole.outside();
        return ResponseEntity.ok().eTag(tags.of(document)).body(document);
    }

    /** Comments are part of what has to be seen; that a version moved meanwhile its next step refuses, too. */
    void demandSeen(@Nullable String ifMatch, int number) {
        tags.demand(ifMatch, document(number));
    }

    private VersionDocument document(int number) {
        return VersionDocument.of(
                versions.get(number), cards.state(number), policy.version(number), comments.of(number));
    }
}
