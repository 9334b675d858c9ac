package org.contractethics.review.internal.advice;

import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who gives and countersigns advice, and until when: the panel decides on what it read, so its vote ends it. */
@Component
class AdviceRules {

    private static final int LONGEST = 4_000;
    static final int LONGEST_REMARK = 1_000;

    private static final Role[] ADVISING = {
        Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PRODUCT_EXPERT, Role.EXTERNAL_EXPERT
    };

    private final Participants participants;
    private final StageResults results;
    private final ConflictDeclarations declarations;

    AdviceRules(Participants participants, StageResults results, ConflictDeclarations declarations) {
        this.participants = participants;
        this.results = results;
        this.declarations = declarations;
    }

    boolean mayRead(ReviewCase review, Actor viewer) {
        return participants.mayRead(review, viewer);
    }

    boolean mayAdvise(ReviewCase review, Actor actor) {
        return participants.mayContribute(review, actor, ADVISING) && open(review);
    }

    private boolean open(ReviewCase review) {
        return !review.closed()
                && results.of(review.id()).stream()
                        .noneMatch(result -> result.pass() == review.pass() && result.stage() == Stage.VOTE);
    }

    /** Whoever takes no part is told that there is nothing (H1, H2); whoever does signed that no interest stands behind it. */
    void demandPart(ReviewCase review, Actor actor) {
        if (!mayRead(review, actor)) {
            throw missing();
        }
        if (!participants.mayContribute(review, actor, ADVISING)) {
            throw Refused.notAllowed("Advice is given by triage officers, reviewers and experts of this review.");
        }
        if (!open(review)) {
            throw Refused.conflict("The vote is closed; the advice it rested on stays as it is.");
        }
        declarations.demand(review.id(), actor.username());
    }

    List<FormProblem> problems(@Nullable Element element, @Nullable Position position, String text) {
        return new Problems()
                .when(element == null, "element", "Choose the element that you advise on.")
                .when(position == null, "position", "Say whether you object.")
                .text(text, "text", "Write your advice with its reasons.")
                .when(text.length() > LONGEST, "text", "Shorten this to 4,000 characters.")
                .list();
    }

    static Refused missing() {
        return Refused.notFound("There is no such advice, or you take no part in this review.");
    }
}
