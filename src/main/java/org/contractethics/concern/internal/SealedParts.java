package org.contractethics.concern.internal;

import java.nio.charset.StandardCharsets;
import org.contractethics.concern.internal.HandledConcerns.Reader;
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

    byte[] seal(ConcernId id, String field, String text) {
        return vault.seal(id, field, text.getBytes(StandardCharsets.UTF_8));
    }

    Reader reader(ConcernId id, Actor viewer, boolean filed) {
        Opening opening = filed
                ? entitling.forFiler(id, Part.HANDLING, viewer.username())
                : entitling.forOfficer(id, Part.HANDLING, viewer.username());
        return opening::text;
    }
}
