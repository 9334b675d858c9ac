package org.contractethics.concern.internal;

import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives filers the receipt of their concern. */
@Service
public class ShowingProofs {

    private final ProofsOfFiling proofs;
    private final Vault vault;
    private final ReadingConcerns reading;
    private final ConcernStore concerns;
    private final Entitling entitling;

    ShowingProofs(
            ProofsOfFiling proofs, Vault vault, ReadingConcerns reading, ConcernStore concerns, Entitling entitling) {
        this.proofs = proofs;
        this.vault = vault;
        this.reading = reading;
        this.concerns = concerns;
        this.entitling = entitling;
    }

    /** The same for somebody who is signed in; for whoever did not file it, and once it was withdrawn, there is none. */
    @Transactional
    public byte[] receipt(ConcernId id, Actor filer) {
        Concern concern = reading.filed(id, filer);
        if (concerns.withdrawnOn(concern.id()).isPresent()) {
            throw Vault.unknown();
        }
        return proofs.receipt(id, entitling.forFiler(concern.id(), Part.HANDLING, filer.username()))
                .orElseThrow(Vault::unknown);
    }

    /** Whether there is one: concerns that signed-in people filed with earlier versions have none. */
    @Transactional(readOnly = true)
    public boolean isKept(ConcernId id) {
        return proofs.commitment(id).isPresent();
    }

    /** The receipt, byte for byte as its hash stands in the record; refused with 404 where there is none. */
    @Transactional(readOnly = true)
    public byte[] receipt(FilerSession session) {
        return proofs.receipt(
                        session.concern(), vault.opening(session.concern(), Part.HANDLING, Opener.filer(session.key())))
                .orElseThrow(Vault::unknown);
    }
}
