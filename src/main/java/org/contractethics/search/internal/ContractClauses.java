package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.search.internal.ClauseDocument.Origin;
import org.contractethics.search.internal.ClauseDocument.Piece;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** What the index should hold of a contract, read from the modules it belongs to. */
@Component
class ContractClauses {

    private final ContractRegister register;
    private final Documents documents;
    private final FoundInClauses findings;

    ContractClauses(ContractRegister register, Documents documents, FoundInClauses findings) {
        this.register = register;
        this.documents = documents;
        this.findings = findings;
    }

    /** Empty where the contract is no longer in the register. */
    Optional<ContractFacts> factsOf(ContractId contract) {
        Optional<Contract> found = register.find(contract);
        return found.map(known -> ContractFacts.of(known, Readers.of(known, documents)));
    }

    Map<DocumentVersionId, DocumentVersion> current(ContractId contract) {
        return documents.currentWithFilesInside(contract).stream()
                .collect(Collectors.toMap(DocumentVersion::id, version -> version));
    }

    Optional<DocumentVersion> version(DocumentVersionId id) {
        return documents.find(id);
    }

    List<ClauseDocument> of(ContractFacts facts, DocumentVersion version, boolean current) {
        var clauses = new ArrayList<ClauseDocument>();
        if (version.status() == ExtractionStatus.READ) {
            Map<Integer, List<String>> found = findings.of(version);
            Origin origin = Origin.of(version, current);
            documents
                    .clauses(version.id())
                    .forEach(clause -> clauses.add(ClauseDocument.of(
                            facts, origin, Piece.of(clause), found.getOrDefault(clause.ordinal(), List.of()))));
        }
        return clauses;
    }
}
