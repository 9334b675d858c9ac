package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.reference.Incorporated;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the incorporated documents off the current versions and looks for each among the documents of the contract. */
@Service
class IncorporatedInContracts implements IncorporatedDocuments {

    private final DocumentStore documents;
    private final IncorporatedInTexts texts;
    private final IncorporationLinks links;

    IncorporatedInContracts(DocumentStore documents, IncorporatedInTexts texts, IncorporationLinks links) {
        this.documents = documents;
        this.texts = texts;
        this.links = links;
    }

    @Override
    public List<Named> named(ContractId contract) {
        List<StoredVersion> current = documents.currentWithInside(contract);
        List<DocumentVersion> all = current.stream().map(StoredVersion::version).toList();
        Map<String, DocumentId> byHand = links.of(contract);
        Map<String, Named> named = new LinkedHashMap<>();
        for (StoredVersion stored : current) {
            DocumentVersion version = stored.version();
            if (version.status() == ExtractionStatus.READ) {
                Set<DocumentVersionId> around = around(version, current);
                for (Incorporated one : texts.of(version.id(), stored.reader())) {
                    named.merge(one.key(), named(one, version, all, around, byHand), IncorporatedInContracts::both);
                }
            }
        }
        return List.copyOf(named.values());
    }

    @Override
    public List<String> missing(ContractId contract) {
        List<StoredVersion> current = documents.currentWithInside(contract);
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
        List<Named> all = named(contract);
        for (Named named : all) {
            if (!named.read()) {
                missing.add("“" + named.title() + "” is incorporated and not here.");
            }
        }
        IncorporatedDocuments.cut(all).ifPresent(missing::add);
        return missing;
    }

    /** The version and the files it was found inside of: what it names is none of these. */
    private static Set<DocumentVersionId> around(DocumentVersion version, List<StoredVersion> current) {
        Map<DocumentVersionId, FileInside> places = new HashMap<>();
        for (StoredVersion stored : current) {
            if (stored.inside() != null) {
                places.put(stored.version().id(), stored.inside());
            }
        }
        Set<DocumentVersionId> around = new HashSet<>();
        around.add(version.id());
        FileInside place = places.get(version.id());
        while (place != null && around.add(place.parent())) {
            place = places.get(place.parent());
        }
        return around;
    }

    private static Named named(
            Incorporated one,
            DocumentVersion in,
            List<DocumentVersion> all,
            Set<DocumentVersionId> around,
            Map<String, DocumentId> byHand) {
        DocumentId linked = byHand.get(one.key());
        DocumentVersion readAs = all.stream()
                .filter(other -> linked == null
                        ? !around.contains(other.id()) && SameDocument.is(one, other)
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
