package org.contractethics.document;

import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;

/** Who works with what was signed. Asked here; the module that has the signature gate answers. */
public interface WorkOnExecutedCopies {

    /** Whether the copy was brought to a signature gate at which the actor works now; never for a document of the contract. */
    boolean worksOn(DocumentVersionId version, Actor actor);
}
