package org.contractethics.concern.internal;

import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives filers the receipt of their concern. */
@Service
public class ShowingProofs {

    private final ProofsOfFiling proofs;
    private final Vault vault;

    ShowingProofs(ProofsOfFiling proofs, Vault vault) {
        this.proofs = proofs;
        this.vault = vault;
    }

    /** The receipt, byte for byte as its hash stands in the record; refused with 404 where there is none. */
    @Transactional(readOnly = true)
    public byte[] receipt(FilerSession session) {
        return proofs.receipt(
                        session.concern(), vault.opening(session.concern(), Part.HANDLING, Opener.filer(session.key())))
                .orElseThrow(Vault::unknown);
    }
}
