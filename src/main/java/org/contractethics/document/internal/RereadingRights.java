package org.contractethics.document.internal;

import org.contractethics.contract.Contract;
import org.contractethics.document.WorkOnExecutedCopies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;

/** Who may do something about a file that could not be read: have it read once more, or bring a new version of it. */
@Component
public class RereadingRights {

    private final DocumentRights rights;
    private final ExecutedCopyStore copies;
    private final WorkOnExecutedCopies gate;

    RereadingRights(DocumentRights rights, ExecutedCopyStore copies, WorkOnExecutedCopies gate) {
        this.rights = rights;
        this.copies = copies;
        this.gate = gate;
    }

    /** Whoever may add documents; and an executed copy also whoever works on the signature gate to which it was brought. */
    public boolean mayReadAgain(Contract contract, DocumentVersionId version, Actor actor) {
        return rights.mayAdd(contract, actor) || gate.worksOn(version, actor);
    }

    /** Nobody of an executed copy: what was uploaded in its place would be a document and end the approval. */
    public boolean mayBringNewVersion(Contract contract, DocumentVersionId version, Actor actor) {
        return rights.mayAdd(contract, actor) && !copies.isCopy(version);
    }

    void requireReadingAgain(Contract contract, DocumentVersionId version, Actor actor) {
        if (mayReadAgain(contract, version, actor)) {
            return;
        }
        if (copies.isCopy(version)) {
            throw Refused.notAllowed("Only whoever works on the signature gate to which this executed copy was brought,"
                    + " or the account owner until it is signed, can have it read again.");
        }
        rights.requireAdding(contract, actor, false);
    }
}
