package org.contractethics.review.web;

import java.util.Optional;
import org.contractethics.review.internal.Appeal;
import org.contractethics.review.internal.AppealJoining;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who filed an appeal, why and how each member voted on it tell of the concern it is for. Whoever must not learn of the concern
 * (H13) learns only that there is an appeal, and what became of it.
 */
@Component
class WithheldAppeals {

    static final String WAITS = "An appeal waits for the board committee";

    private final ConcernKnowledge concerns;

    WithheldAppeals(ConcernKnowledge concerns) {
        this.concerns = concerns;
    }

    boolean from(Actor viewer, Appeal appeal) {
        return from(viewer, appeal.concern());
    }

    boolean from(Actor viewer, AppealJoining joining) {
        return from(viewer, joining.concern());
    }

    private boolean from(Actor viewer, @Nullable ConcernId about) {
        return Optional.ofNullable(about)
                .filter(concern -> concerns.withheldFrom(viewer).contains(concern))
                .isPresent();
    }
}
