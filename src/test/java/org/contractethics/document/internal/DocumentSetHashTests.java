package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;

class DocumentSetHashTests {

    private static final DocumentId FIRST = DocumentId.valueOf("11111111-1111-1111-1111-111111111111");
    private static final DocumentId SECOND = DocumentId.valueOf("22222222-2222-2222-2222-222222222222");
    private static final String SHA_A = "a".repeat(64);
    private static final String SHA_B = "b".repeat(64);

    @Test
    void the_order_of_upload_does_not_matter() {
        assertThat(DocumentSetHash.of(List.of(version(FIRST, SHA_A), version(SECOND, SHA_B))))
                .isEqualTo(DocumentSetHash.of(List.of(version(SECOND, SHA_B), version(FIRST, SHA_A))));
    }

    @Test
    void an_added_replaced_or_removed_document_changes_it() {
        String before = DocumentSetHash.of(List.of(version(FIRST, SHA_A)));

        assertThat(DocumentSetHash.of(List.of(version(FIRST, SHA_A), version(SECOND, SHA_B))))
                .isNotEqualTo(before);
        assertThat(DocumentSetHash.of(List.of(version(FIRST, SHA_B)))).isNotEqualTo(before);
        assertThat(DocumentSetHash.of(List.of())).isNotEqualTo(before);
    }

    @Test
    void anyone_can_compute_it_again() {
        // printf '11111111-1111-1111-1111-111111111111:aaaa…\n' | sha256sum
        assertThat(DocumentSetHash.of(List.of(version(FIRST, SHA_A))))
                .isEqualTo("ab7879ee8c2f3bb3afe1572c1ee50b7c6efd59256efa1da8ac85b1e833dbad32");
    }

    private static DocumentVersion version(DocumentId document, String sha256) {
        return new DocumentVersion(
                new DocumentVersionId(UUID.randomUUID()),
                document,
                new ContractId(UUID.randomUUID()),
                1,
                "Agreement",
                "agreement.pdf",
                "application/pdf",
                10,
                sha256,
                ExtractionStatus.READ,
                null,
                null,
                1,
                "tom.lindqvist",
                Instant.EPOCH);
    }
}
