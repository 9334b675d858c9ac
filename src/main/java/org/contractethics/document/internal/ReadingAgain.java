package org.contractethics.document.internal;

import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has a file read once more whose text could not be read. */
@Service
public class ReadingAgain {

    private final DocumentRights rights;
    private final DocumentCatalogue catalogue;
    private final DocumentStore documents;
    private final ApplicationEventPublisher events;

    ReadingAgain(
            DocumentRights rights,
            DocumentCatalogue catalogue,
            DocumentStore documents,
            ApplicationEventPublisher events) {
        this.rights = rights;
        this.catalogue = catalogue;
        this.documents = documents;
        this.events = events;
    }

    /** Whoever may add documents may ask; a version that is being read or was read is left alone. */
    @Transactional
    public void read(ContractId contract, DocumentVersionId version, Actor actor) {
        catalogue.readable(contract, version, actor);
        rights.requireAdding(rights.readable(contract, actor), actor, false);
        if (documents.lockIfFailed(version)) {
            documents.markReading(version);
            events.publishEvent(new TextAwaited(version));
        }
    }
}
