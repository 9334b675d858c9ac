package org.contractethics.review.internal.delta;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.review.Stage;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * Something carried over, by citation: of which review, which version of the text, who wrote it and when.
 *
 * @param right code of the right, of {@link Kind#RIGHT}; empty otherwise
 * @param textHash SHA-256 of the text, lower-case hex
 * @param reopened null while it stands
 */
public record CarriedItem(
        UUID id,
        Kind kind,
        String right,
        ReviewId fromReview,
        int fromPass,
        String writtenBy,
        Instant writtenAt,
        String textHash,
        @Nullable Reopened reopened) {

    /** What can be carried over. A legal check, a triage, a vote and a decision never can. */
    public enum Kind {
        DOCUMENT_CHECK("Document check", Stage.DOCUMENT_CHECK),
        RESEARCH("Research", Stage.RESEARCH),
        ASSESSMENT("Assessment", Stage.ASSESSMENT),
        MITIGATION("Mitigation", Stage.MITIGATION),
        /** One right of an assessment whose other rights are assessed anew. */
        RIGHT("Assessment of the right", Stage.ASSESSMENT);

        private final String label;
        private final Stage stage;

        Kind(String label, Stage stage) {
            this.label = label;
            this.stage = stage;
        }

        public String label() {
            return label;
        }

        /** Whose reviewers may reopen it. */
        public Stage stage() {
            return stage;
        }
    }

    /** Somebody of the stage found that it cannot stand. */
    public record Reopened(String by, Instant at, String reason) {}

    public boolean stands() {
        return reopened == null;
    }

    /** For example "Research" or "Assessment of the right R05". */
    public String words() {
        return right.isEmpty() ? kind.label() : kind.label() + " " + right;
    }

    /** Whether it rests on the other one, so that it is reopened with it. */
    public boolean restsOn(CarriedItem other) {
        return switch (other.kind) {
            case RESEARCH -> kind == Kind.ASSESSMENT || kind == Kind.RIGHT || kind == Kind.MITIGATION;
            // through the triage, which rests on it
            case DOCUMENT_CHECK -> kind != Kind.DOCUMENT_CHECK;
            case ASSESSMENT -> kind == Kind.MITIGATION;
            case MITIGATION, RIGHT -> false;
        };
    }
}
