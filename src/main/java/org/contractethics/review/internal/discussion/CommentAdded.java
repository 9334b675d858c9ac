package org.contractethics.review.internal.discussion;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/** Somebody said something. The record proves the text by its hash and does not hold it. */
record CommentAdded(ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    static CommentAdded of(Comment comment, ContractId contract, String sha256) {
        return new CommentAdded(
                contract,
                comment.author(),
                comment.saidAt(),
                Map.of(
                        "reviewId", comment.review().toString(),
                        "commentId", comment.id().toString(),
                        "sha256", sha256,
                        "mentions", comment.mentions()));
    }

    @Override
    public String kind() {
        return "comment-added";
    }
}
