package org.contractethics.document;

import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.core.io.InputStreamSource;

/** Takes files in as new documents of a contract, by the same rules as on the page of its documents. */
public interface AddingDocuments {

    /**
     * Keeps the file with its hash and has it recorded, in the transaction of the caller where there is one; its text is read after
     * the commit. Refuses with the reason where it cannot be taken in. Who holds a review first and adds a document then may wait for
     * somebody who does it the other way round: add first.
     */
    DocumentVersion add(ContractId contract, SentDocument file, Actor actor);

    /** @param fileName as sent; not trusted */
    record SentDocument(String fileName, InputStreamSource content) {}
}
