package org.contractethics.review.web;

import java.util.Optional;
import org.contractethics.review.internal.Appeal;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernKnowledge;
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
        return Optional.ofNullable(appeal.concern())
                .filter(concern -> concerns.withheldFrom(viewer).contains(concern))
                .isPresent();
    }
}
