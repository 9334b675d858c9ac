package org.contractethics.review.internal.execution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/**
 * What legal states of the signature.
 *
 * @param copies the executed copies, of those brought to the gate
 * @param companySignatory who signed for the company
 * @param customerSignatory who signed for the customer
 * @param signedOn the later of the days on which both sides signed
 * @param additionsRead of which copies the words filled in and added by signing were read and change nothing
 */
public record Execution(
        List<DocumentVersionId> copies,
        String companySignatory,
        String customerSignatory,
        @Nullable LocalDate signedOn,
        Set<DocumentVersionId> additionsRead) {

    /** Where nothing was stated. */
    public static final Execution NONE = new Execution(List.of(), "", "", null, Set.of());

    public Execution {
        copies = copies.stream().distinct().toList();
        additionsRead = Set.copyOf(additionsRead);
    }

    /** @param additionsRead of all these copies or of none */
    public Execution(
            List<DocumentVersionId> copies,
            String companySignatory,
            String customerSignatory,
            @Nullable LocalDate signedOn,
            boolean additionsRead) {
        this(copies, companySignatory, customerSignatory, signedOn, additionsRead ? Set.copyOf(copies) : Set.of());
    }
}
