package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.springframework.stereotype.Service;

/** Compares the set of documents a hash names with the current one. */
@Service
class SetsOfDocuments implements DocumentSets {

    private final DocumentRights rights;
    private final DocumentStore documents;

    SetsOfDocuments(DocumentRights rights, DocumentStore documents) {
        this.rights = rights;
        this.documents = documents;
    }

    @Override
    public Optional<SetChange> since(ContractId contract, String hash, Actor viewer) {
        if (!rights.mayRead(contract, viewer)) {
            return Optional.empty();
        }
        List<DocumentVersion> now = versions(documents.current(contract));
        List<DocumentVersion> before = versions(documents.set(contract, hash));
        // nothing and an unknown hash look alike in the table, but only one of them has the hash of nothing
        boolean known = !before.isEmpty() || hash.equals(DocumentSetHash.of(List.of()));
        return known ? Optional.of(change(hash, before, now)) : Optional.empty();
    }

    private static List<DocumentVersion> versions(List<StoredVersion> stored) {
        return stored.stream().map(StoredVersion::version).toList();
    }

    static SetChange change(String hash, List<DocumentVersion> before, List<DocumentVersion> now) {
        Map<DocumentId, DocumentVersion> left = before.stream()
                .collect(Collectors.toMap(
                        DocumentVersion::document, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        List<DocumentVersion> added = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        List<DocumentVersion> unchanged = new ArrayList<>();
        for (DocumentVersion version : now) {
            DocumentVersion old = left.remove(version.document());
            if (old == null) {
                added.add(version);
            } else if (old.sha256().equals(version.sha256())) {
                unchanged.add(version);
            } else {
                replaced.add(new Replaced(old, version));
            }
        }
        return new SetChange(hash, DocumentSetHash.of(now), added, replaced, List.copyOf(left.values()), unchanged);
    }
}
