package org.contractethics.concern.internal;

import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens concerns for people, each through their own wrap. Those who handle a concern when it is filed get theirs then; whoever comes to
 * the role later, or weighs an open concern in a review, gets it when they first read it. The rules say who may, and are asked before.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Entitling {

    private static final Logger log = LoggerFactory.getLogger(Entitling.class);

    private final Vault vault;
    private final FilerMarks marks;

    Entitling(Vault vault, FilerMarks marks) {
        this.vault = vault;
        this.marks = marks;
    }

    /** @param officer who may handle the concern now; of a part that began later they get their wrap when they first read it */
    Opening forOfficer(ConcernId id, Part part, String officer) {
        if (!vault.isEntitled(id, part, officer)) {
            vault.entitle(id, officer);
            log.info("officer entitled concern={}", id);
        }
        return vault.opening(id, part, Opener.person(officer));
    }

    /** @param reviewer who may weigh the concern now */
    Opening forReviewer(ConcernId id, String reviewer) {
        if (!vault.isEntitled(id, Part.REVIEW, reviewer)) {
            vault.entitle(id, Part.REVIEW, reviewer);
        }
        return vault.opening(id, Part.REVIEW, Opener.person(reviewer));
    }

    Opening forFiler(ConcernId id, Part part, String filer) {
        return vault.opening(id, part, Opener.filer(marks.key(id, filer)));
    }

    /** Refuses while nothing can be opened, and where the key of the concern was destroyed. */
    void demandReadable(ConcernId id) {
        vault.demandReadable(id);
    }

    /** A key for reviewers, where nothing was sealed for them yet; nobody has a wrap of it. */
    void beginForReviewers(ConcernId id) {
        vault.beginApart(id, Part.REVIEW);
    }

    /** Whether nothing can be opened at the moment. */
    boolean isSealed() {
        return vault.isSealed();
    }
}
