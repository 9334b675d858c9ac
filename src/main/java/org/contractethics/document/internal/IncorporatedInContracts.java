package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.reference.Incorporated;
import org.contractethics.document.reference.Incorporations;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the incorporated documents off the current versions and looks for each among the documents of the contract. */
@Service
class IncorporatedInContracts implements IncorporatedDocuments {

    private final DocumentStore documents;
    private final TextStore texts;
    private final IncorporationLinks links;

    IncorporatedInContracts(DocumentStore documents, TextStore texts, IncorporationLinks links) {
        this.documents = documents;
        this.texts = texts;
        this.links = links;
    }

    @Override
    public List<Named> named(ContractId contract) {
        List<DocumentVersion> current =
                documents.current(contract).stream().map(StoredVersion::version).toList();
        Map<String, DocumentId> byHand = links.of(contract);
        Map<String, Named> named = new LinkedHashMap<>();
        for (DocumentVersion version : current) {
            if (version.status() == ExtractionStatus.READ) {
                for (Incorporated one : Incorporations.in(texts.clauses(version.id()))) {
                    named.merge(one.key(), named(one, version, current, byHand), IncorporatedInContracts::both);
                }
            }
        }
        return List.copyOf(named.values());
    }

    @Override
    public List<String> missing(ContractId contract) {
        List<StoredVersion> current = documents.current(contract);
        List<String> missing = new ArrayList<>();
        if (current.isEmpty()) {
            missing.add("The contract has no document.");
        }
        for (StoredVersion stored : current) {
            if (stored.version().status() != ExtractionStatus.READ) {
                missing.add("“" + stored.version().title() + "” is not read.");
            }
            stored.gaps().forEach(gap -> missing.add("“" + stored.version().title() + "”: " + gap));
        }
        for (Named named : named(contract)) {
            if (!named.read()) {
                missing.add("“" + named.title() + "” is incorporated and not here.");
            }
        }
        return missing;
    }

    private static Named named(
            Incorporated one, DocumentVersion in, List<DocumentVersion> current, Map<String, DocumentId> byHand) {
        DocumentId linked = byHand.get(one.key());
        DocumentVersion readAs = current.stream()
                .filter(other -> linked == null
                        ? !other.document().equals(in.document()) && SameDocument.is(one, other)
                        : other.document().equals(linked))
                .findFirst()
                .orElse(null);
        List<Place> places = one.clauses().stream()
                .map(clause -> new Place(in.id(), in.title(), clause))
                .toList();
        return new Named(one.kind(), one.key(), one.title(), one.url(), places, readAs, linked != null);
    }

    private static Named both(Named one, Named other) {
        List<Place> places = new ArrayList<>(one.places());
        places.addAll(other.places());
        @Nullable DocumentVersion readAs = one.readAs() == null ? other.readAs() : one.readAs();
        return new Named(one.kind(), one.key(), one.title(), one.url(), places, readAs, one.byHand());
    }
}
