package org.contractethics.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;

/** Contracts with documents, on the running application. */
public final class DocumentStories {

    /** The account owner of every contract made here. */
    public static final Actor TOM = new Actor("tom.lindqvist", "Tom Lindqvist", Set.of(Role.SUBMITTER, Role.EMPLOYEE));

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final Documents documents;

    public DocumentStories(RegisteringContracts registering, Uploading uploading, Documents documents) {
        this.registering = registering;
        this.uploading = uploading;
        this.documents = documents;
    }

    public ContractId aContract() {
        return offered("Border agency", "Example Systems");
    }

    /** The same kind of contract, by somebody else. */
    public ContractId offeredBy(String supplier) {
        return offered("Border agency", supplier);
    }

    /** The same with an agency that no other test knows: it is no deal again that one of them had refused. */
    public ContractId offeredElsewhere(String supplier) {
        return offered("Border agency of " + UUID.randomUUID(), supplier);
    }

    private ContractId offered(String agency, String supplier) {
        ContractDraft draft = new ContractDraft(
                "Case management support " + UUID.randomUUID(),
                "Support of a case management system",
                new Contract.Agency(agency, null, AgencyType.BORDER, "US"),
                null,
                supplier,
                null,
                List.of(),
                List.of(agency),
                Set.of("CLOUD_HOSTING"),
                Set.of(),
                Set.of("US"),
                new Contract.ContractValue(100_000L, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
        return registering.register(draft, "FORM", TOM).id();
    }

    /** Mail for schools: nothing in it raises the tier above T1. */
    public ContractId aHarmlessContract() {
        ContractDraft draft = new ContractDraft(
                "Mail for schools " + UUID.randomUUID(),
                "Mailboxes for teachers and pupils",
                new Contract.Agency("Ministry of education", null, AgencyType.EDUCATION, "US"),
                null,
                "Example Systems",
                null,
                List.of(),
                List.of("Schools"),
                Set.of("PRODUCTIVITY_SAAS"),
                Set.of("IDENTITY"),
                Set.of("US"),
                new Contract.ContractValue(100_000L, 200_000L, "USD"),
                new Contract.Period(null, LocalDate.now(ZoneOffset.UTC).plusYears(1)),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
        return registering.register(draft, "FORM", TOM).id();
    }

    public DocumentVersion added(ContractId contract, String fileName, byte[] content) {
        return added(contract, null, fileName, content);
    }

    public DocumentVersion added(ContractId contract, @Nullable DocumentId document, String fileName, byte[] content) {
        return uploading.add(new Upload(contract, document, "", fileName, new ByteArrayResource(content)), TOM);
    }

    /** Waits until the text was read, or was found unreadable. */
    public DocumentVersion read(DocumentVersionId version) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        documents.find(version).orElseThrow().status())
                .isNotEqualTo(ExtractionStatus.READING));
        return documents.find(version).orElseThrow();
    }
}
