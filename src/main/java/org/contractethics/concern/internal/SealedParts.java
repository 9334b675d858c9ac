package org.contractethics.concern.internal;

import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Component;

/** Seals and opens what the packages beside this one keep of a concern, for its handlers and its filer. */
@Component
class SealedParts {

    private final Vault vault;
    private final Entitling entitling;

    SealedParts(Vault vault, Entitling entitling) {
        this.vault = vault;
        this.entitling = entitling;
    }

    byte[] seal(ConcernId id, Part part, String field, String text) {
        return vault.seal(id, part, field, text);
    }

    /** @param reviewer who reads the words of the concern as a reviewer now */
    Opening openingForReviewer(ConcernId id, String reviewer) {
        return entitling.forReviewer(id, reviewer);
    }

    void demandReadable(ConcernId id) {
        entitling.demandReadable(id);
    }

    void beginForReviewers(ConcernId id) {
        entitling.beginForReviewers(id);
    }

    boolean isSealed() {
        return entitling.isSealed();
    }

    Opening opening(ConcernId id, Part part, Actor viewer, boolean filed) {
        return filed
                ? entitling.forFiler(id, part, viewer.username())
                : entitling.forOfficer(id, part, viewer.username());
    }
}
