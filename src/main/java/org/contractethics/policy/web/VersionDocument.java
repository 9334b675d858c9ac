package org.contractethics.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.policy.internal.Comments.Comment;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.RecordedVersion;
import org.contractethics.policy.internal.RuleTable;
import org.contractethics.policy.internal.VersionState;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy as the API tells it.
 *
 * @param text what it says, in words
 * @param tables ids of its decision tables
 * @param files names of the files it consists of
 * @param steps in the order they were taken
 * @param comments of staff, in the order they were made
 */
@Schema(name = "PolicyVersion")
record VersionDocument(
        Summary version,
        String text,
        List<String> tables,
        List<String> files,
        List<StepDocument> steps,
        List<CommentDocument> comments) {

    private static final String SOMEBODY = "company";

    /**
     * @param state PROPOSED, APPROVED, IN_FORCE, SUPERSEDED or WITHDRAWN
     * @param basedOn number of the version it changes; null for the first
     * @param author account name; {@code system} where the files came with the software, {@code company} for a caller outside of it
     * @param consultationUntil the last day on which staff comment before anybody may approve it; null where there is no such time
     * @param combinations of inputs that were tried when it was proposed, none of them without an answer
     */
    @Schema(name = "PolicyVersionSummary")
    record Summary(
            int number,
            VersionState state,
            @Nullable Integer basedOn,
            String contentHash,
            String author,
            String reason,
            LocalDate effectiveOn,
            @Nullable LocalDate consultationUntil,
            int combinations,
            Instant proposedAt,
            int comments) {

        Summary outside() {
            return new Summary(
                    number,
                    state,
                    basedOn,
                    contentHash,
                    author.equals(Actor.SYSTEM.username()) ? author : SOMEBODY,
                    reason,
                    effectiveOn,
                    consultationUntil,
                    combinations,
                    proposedAt,
                    0);
        }

        static Summary of(RecordedVersion version, VersionState state) {
            return new Summary(
                    version.number(),
                    state,
                    version.basedOn(),
                    version.contentHash(),
                    version.author(),
                    version.reason(),
                    version.effectiveOn(),
                    version.consultationUntil().orElse(null),
                    version.combinations(),
                    version.proposedAt(),
                    version.comments());
        }
    }

    /** Callers outside the company read the rules and their way, not who wrote, approved or commented. */
    VersionDocument outside() {
        return new VersionDocument(
                version.outside(),
                text,
                tables,
                files,
                steps.stream().map(StepDocument::outside).toList(),
                List.of());
    }

    @Schema(name = "PolicyVersionStep")
    record StepDocument(VersionState state, String by, Instant at, String reason) {

        private StepDocument outside() {
            return new StepDocument(state, by.equals(Actor.SYSTEM.username()) ? by : SOMEBODY, at, reason);
        }

        static StepDocument of(RecordedVersion.Step step) {
            return new StepDocument(step.state(), step.actor(), step.at(), step.reason());
        }
    }

    @Schema(name = "PolicyComment")
    record CommentDocument(String author, Instant at, String text) {

        static CommentDocument of(Comment comment) {
            return new CommentDocument(comment.author(), comment.at(), comment.text());
        }
    }

    static VersionDocument of(
            RecordedVersion version, VersionState state, EvaluatedPolicy evaluated, List<Comment> comments) {
        return new VersionDocument(
                Summary.of(version, state),
                evaluated.content().text(),
                evaluated.tables().stream().map(RuleTable::id).toList(),
                evaluated.content().names(),
                version.steps().stream().map(StepDocument::of).toList(),
                comments.stream().map(CommentDocument::of).toList());
    }
}
