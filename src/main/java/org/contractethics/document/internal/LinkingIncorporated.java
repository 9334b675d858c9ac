package org.contractethics.document.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person says which document of the contract an incorporated one is. */
@Service
public class LinkingIncorporated {

    private final DocumentRights rights;
    private final DocumentStore documents;
    private final IncorporatedDocuments incorporated;
    private final IncorporationLinks links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkingIncorporated(
            DocumentRights rights,
            DocumentStore documents,
            IncorporatedDocuments incorporated,
            IncorporationLinks links,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rights = rights;
        this.documents = documents;
        this.incorporated = incorporated;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whoever may add documents may say so.
     *
     * @param document of this contract; null takes back what was said
     */
    @Transactional
    public void link(ContractId contract, String key, @Nullable DocumentId document, Actor actor) {
        rights.requireAdding(rights.readable(contract, actor), actor, false);
        if (incorporated.named(contract).stream().noneMatch(named -> named.key().equals(key))) {
            throw Refused.notFound("The documents of this contract do not name that document (any more).");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (document == null) {
            links.remove(contract, key);
            events.publishEvent(DocumentFact.linked(contract, key, "", actor.username(), now));
            return;
        }
        DocumentVersion version = documents.currentWithInside(contract).stream()
                .map(StoredVersion::version)
                .filter(found -> found.document().equals(document))
                .findFirst()
                .orElseThrow(
                        () -> Refused.invalid(
                                "Choose a document of this contract. One of another contract cannot stand for it: add it here first."));
        links.put(contract, key, version.document(), actor.username(), now);
        events.publishEvent(
                DocumentFact.linked(contract, key, version.document().toString(), actor.username(), now));
    }
}
