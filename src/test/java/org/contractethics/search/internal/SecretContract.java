package org.contractethics.search.internal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.core.io.ByteArrayResource;

/** Two contracts whose documents share a word: a secret one of Sofia's, and an open one of Tom's with many clauses. */
final class SecretContract {

    static final Actor TOM = new Actor("tom.lindqvist", "Tom Lindqvist", Set.of(Role.SUBMITTER, Role.EMPLOYEE));

    /** Tom's clauses fill more than the first page of hits. */
    static final int OPEN_CLAUSES = 25;

    final String word =
            "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "x";
    final String agency = "Bureau" + word;
    final Contract secret;
    final Contract open;
    final DocumentVersion version;
    final DocumentVersion openVersion;

    SecretContract(RegisteringContracts registering, Uploading uploading) {
        secret = registering.register(secretDraft(), "FORM", RegisteredContracts.SOFIA);
        open = registering.register(RegisteredContracts.aDraft("Open matters"), "FORM", TOM);
        version = uploading.add(
                upload(secret, "Covert annex", "1. Purpose", "Hidden clauses on " + word + " sweeps of the border."),
                RegisteredContracts.SOFIA);
        openVersion = uploading.add(upload(open, "Public terms", paragraphs()), TOM);
    }

    private String[] paragraphs() {
        return IntStream.rangeClosed(1, OPEN_CLAUSES)
                .mapToObj(n -> n + ". The supplier reports on " + word + " number " + n
                        + " to the agency every month, with the figures of the month before it and their sources.")
                .toArray(String[]::new);
    }

    private ContractDraft secretDraft() {
        ContractDraft plain = RegisteredContracts.aDraft("Nightfall " + word);
        return new ContractDraft(
                plain.title(),
                plain.description(),
                new Contract.Agency(agency, null, AgencyType.BORDER, "PY"),
                null,
                plain.supplier(),
                null,
                plain.resellers(),
                plain.endUsers(),
                plain.capabilities(),
                plain.dataKinds(),
                Set.of("PY"),
                plain.value(),
                plain.period(),
                Contract.Secrecy.EXISTENCE_SECRET,
                plain.identifiers());
    }

    static Upload upload(Contract contract, String title, String... paragraphs) {
        var content = new ByteArrayResource(RegisteredContracts.docx(paragraphs));
        return new Upload(contract.id(), null, title, title.replace(' ', '-') + ".docx", content);
    }

    /** Everything by which the secret contract could be recognised; its number only where it is not the example of the search page. */
    String[] traces() {
        return Stream.of(
                        secret.id().toString(),
                        secret.reference(),
                        agency,
                        "Nightfall",
                        "Covert annex",
                        "Hidden clauses",
                        version.id().toString(),
                        "sweeps")
                .filter(trace -> !QueryField.CONTRACT.example().endsWith(trace))
                .toArray(String[]::new);
    }
}
