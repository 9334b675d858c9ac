package org.contractethics.document.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;

/** Everything there is to read about documents. */
@Service
public class DocumentCatalogue implements Documents {

    private final DocumentRights rights;
    private final DocumentStore documents;
    private final ByteStore bytes;
    private final TextStore texts;
    private final EmbeddedStore embedded;
    private final ReadingStore readings;

    DocumentCatalogue(
            DocumentRights rights,
            DocumentStore documents,
            ByteStore bytes,
            TextStore texts,
            EmbeddedStore embedded,
            ReadingStore readings) {
        this.rights = rights;
        this.documents = documents;
        this.bytes = bytes;
        this.texts = texts;
        this.embedded = embedded;
        this.readings = readings;
    }

    @Override
    public List<DocumentVersion> currentVersions(ContractId contract) {
        return documents.current(contract).stream().map(StoredVersion::version).toList();
    }

    @Override
    public List<DocumentVersion> currentWithFilesInside(ContractId contract) {
        return documents.currentWithInside(contract).stream()
                .map(StoredVersion::version)
                .toList();
    }

    @Override
    public Set<DocumentVersionId> current(Collection<DocumentVersionId> versions) {
        return embedded.current(versions);
    }

    @Override
    public Optional<DocumentVersion> find(DocumentVersionId version) {
        return documents.find(version).map(StoredVersion::version);
    }

    @Override
    public List<Clause> clauses(DocumentVersionId version) {
        return texts.clauses(version);
    }

    @Override
    public List<Clause> clauses(DocumentVersionId version, Collection<Integer> ordinals) {
        return texts.clauses(version, ordinals);
    }

    @Override
    public Map<Integer, Integer> recognisedPages(DocumentVersionId version) {
        return readings.recognised(version);
    }

    @Override
    public List<String> gaps(DocumentVersionId version) {
        return documents.find(version).map(StoredVersion::gaps).orElse(List.of());
    }

    @Override
    public boolean mayRead(ContractId contract, Actor viewer) {
        return rights.mayRead(contract, viewer);
    }

    @Override
    public boolean mayRead(Contract contract, Actor viewer) {
        return rights.mayRead(contract, viewer);
    }

    @Override
    public String documentSetHash(ContractId contract) {
        return documentSetHash(currentVersions(contract));
    }

    @Override
    public void hold(ContractId contract) {
        documents.lock(contract);
    }

    @Override
    public String documentSetHash(List<DocumentVersion> current) {
        return DocumentSetHash.of(current);
    }

    /**
     * The current versions, each followed by the files found inside it, for somebody who may read them; anyone else is told that
     * there is no such contract.
     */
    public List<StoredVersion> listed(ContractId contract, Actor viewer) {
        rights.readable(contract, viewer);
        return documents.currentWithInside(contract);
    }

    /** The executed copies of the contract, for somebody who may read its documents. */
    public List<StoredVersion> executed(ContractId contract, Actor viewer) {
        rights.readable(contract, viewer);
        return documents.executed(contract);
    }

    /** The files found inside a version, at all depths, each followed by what is inside it. */
    public List<StoredVersion> inside(StoredVersion outer) {
        List<StoredVersion> all = documents.withInside(List.of(outer));
        return all.subList(1, all.size());
    }

    public Contract contract(ContractId contract, Actor viewer) {
        return rights.readable(contract, viewer);
    }

    /** One version of this contract, for somebody who may read it. */
    public StoredVersion readable(ContractId contract, DocumentVersionId version, Actor viewer) {
        rights.readable(contract, viewer);
        return documents
                .find(version)
                .filter(stored -> stored.version().contract().equals(contract))
                .orElseThrow(() -> Refused.notFound("There is no such document, or you may not know of it."));
    }

    /** Every version of a document, newest first; ask {@link #readable} for the right to see them. */
    public List<StoredVersion> versions(DocumentId document) {
        return documents.versions(document);
    }

    public List<ShownClause> shownClauses(DocumentVersionId version) {
        return texts.shown(version);
    }

    /** How far the versions of a contract are that are being read; ask {@link #listed} for the right to see them. */
    public Map<DocumentVersionId, Progress> progress(ContractId contract) {
        return readings.progress(contract);
    }

    /** What is told about the file and is no text of it, such as its properties; by part. */
    public List<PartText> apart(DocumentVersionId version) {
        return embedded.apart(version);
    }

    /** Writes the uploaded bytes, unchanged. */
    public void copy(DocumentVersionId version, OutputStream out) throws IOException {
        bytes.copy(version, out);
    }
}
