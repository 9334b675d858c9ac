package org.contractethics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/** Contracts and documents that tests register for themselves. */
public final class RegisteredContracts {

    public static final Actor SOFIA = new Actor("sofia.marin", "Sofia Marin", Set.of(Role.SUBMITTER, Role.EMPLOYEE));

    private RegisteredContracts() {}

    /** A contract nobody has registered before. */
    public static ContractDraft aDraft(String title) {
        return new ContractDraft(
                title,
                "",
                new Contract.Agency("Border agency of " + title, null, AgencyType.BORDER, "US"),
                null,
                "Our company",
                null,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of("US"),
                new Contract.ContractValue(null, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers("TEST" + UUID.randomUUID().toString().replace("-", ""), null, null));
    }

    /** A Word document with these paragraphs. */
    public static byte[] docx(String... paragraphs) {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
