package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.document.Documents;
import org.contractethics.review.internal.Impact.ClauseReference;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;

class ClauseReferencesTests {

    private static final ContractId CONTRACT = new ContractId(new UUID(0, 1));
    private static final DocumentVersionId VERSION = new DocumentVersionId(new UUID(0, 2));
    private static final String CLAUSE = "/contracts/" + CONTRACT + "/documents/" + VERSION + "#clause-1";

    private final ClauseReferences references = new ClauseReferences(new OneDocument());

    @Test
    void a_clause_number_becomes_a_link() {
        assertThat(references.read(CONTRACT, "7.2"))
                .containsExactly(new ClauseReference("Statement of work, version 1, clause 7.2 Data", CLAUSE));
    }

    @Test
    void an_address_copied_from_the_viewer_becomes_a_link_made_here() {
        String address = "https://reviews.example.org" + CLAUSE.replace("#", "?q=data&hit=1#");

        assertThat(references.read(CONTRACT, address))
                .singleElement()
                .extracting(ClauseReference::link)
                .isEqualTo(CLAUSE);
    }

    @Test
    void nothing_else_ever_becomes_a_link() {
        for (String line : List.of(
                "javascript:alert(1)",
                "https://evil.example.org/documents/" + new UUID(9, 9) + "#clause-1",
                "/contracts/x/documents/" + VERSION + "#clause-99",
                "the preamble")) {
            assertThat(references.read(CONTRACT, line)).containsExactly(new ClauseReference(line, ""));
        }
    }

    @Test
    void what_was_written_comes_back_into_the_form() {
        List<ClauseReference> read = references.read(CONTRACT, "7.2\n\nthe preamble");

        assertThat(references.read(CONTRACT, references.write(read))).isEqualTo(read);
    }

    /** One document of two clauses. */
    private static final class OneDocument implements Documents {

        @Override
        public List<DocumentVersion> currentVersions(ContractId contract) {
            return List.of(new DocumentVersion(
                    VERSION,
                    new DocumentId(new UUID(0, 3)),
                    contract,
                    1,
                    "Statement of work",
                    "sow.docx",
                    "application/docx",
                    1,
                    "0".repeat(64),
                    ExtractionStatus.READ,
                    null,
                    1,
                    2,
                    "tom.lindqvist",
                    Instant.EPOCH));
        }

        @Override
        public Optional<DocumentVersion> find(DocumentVersionId version) {
            return Optional.empty();
        }

        @Override
        public List<Clause> clauses(DocumentVersionId version) {
            return List.of(
                    new Clause(version, 0, "body", "7.1", "Use", "Any lawful purpose.", 1, 0, 19),
                    new Clause(version, 1, "body", "7.2", "Data", "All data.", 1, 20, 29));
        }

        @Override
        public boolean mayRead(ContractId contract, Actor viewer) {
            return true;
        }

        @Override
        public void hold(ContractId contract) {}

        @Override
        public String documentSetHash(ContractId contract) {
            return "0".repeat(64);
        }

        @Override
        public String documentSetHash(List<DocumentVersion> current) {
            return "0".repeat(64);
        }
    }
}
