package org.contractethics.review.web;

import java.util.Arrays;
import java.util.Set;
import org.contractethics.review.Stage;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * Where a declaration of interests leads on to: a stage and what is done from it, or a page on which something is added to the review.
 *
 * @param stage null where no stage is worked on
 * @param then {@code vote}, {@code question} or the page; empty where it is the stage itself
 */
public record Onward(@Nullable Stage stage, String then) {

    static final Onward SOURCES = new Onward(null, "sources");
    static final Onward CONSULTATIONS = new Onward(null, "consultations");
    static final Onward ADVICE = new Onward(null, "advice");
    static final Onward DISCUSSION = new Onward(null, "discussion");

    static final Onward RESIDUAL = new Onward(null, "residual-severity");

    static final Onward TRIAGE_FINDINGS = new Onward(null, "triage-findings");

    private static final Set<String> PAGES = Set.of(
            SOURCES.then(),
            CONSULTATIONS.then(),
            ADVICE.then(),
            DISCUSSION.then(),
            RESIDUAL.then(),
            TRIAGE_FINDINGS.then());

    private static final String VOTE = "vote";
    private static final String QUESTION = "question";

    /** The form on which a question is asked from a stage. */
    static Onward questionFrom(Stage stage) {
        return new Onward(stage, QUESTION);
    }

    /** As a form or an address names it. */
    static Onward named(String stage, String then) {
        if (stage.isEmpty() && PAGES.contains(then)) {
            return new Onward(null, then);
        }
        Stage known = Arrays.stream(Stage.values())
                .filter(one -> one.taskKey().equals(stage))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such stage."));
        boolean beside = then.equals(QUESTION) || (then.equals(VOTE) && known == Stage.APPEAL);
        return new Onward(known, beside ? then : "");
    }

    /** Name of the stage in forms and addresses; empty where none is worked on. */
    public String stageKey() {
        return stage == null ? "" : stage.taskKey();
    }

    /** Path of the page it leads to. */
    String path(ReviewId review) {
        String base = "/reviews/" + review;
        if (stage == null) {
            return base + "/" + then;
        }
        return switch (then) {
            case VOTE -> base + "/appeal/vote";
            case QUESTION -> base + "/questions/" + stage.taskKey();
            default -> base + "/stages/" + stage.taskKey();
        };
    }

    /** Path of the page on which the declaration is signed before. */
    String declaration(ReviewId review) {
        return "/reviews/" + review + "/declaration?"
                + (stage == null ? "" : "stage=" + stage.taskKey() + (then.isEmpty() ? "" : "&"))
                + (then.isEmpty() ? "" : "then=" + then);
    }
}
