package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.jspecify.annotations.Nullable;

/** What is not known about a contract when it is submitted. A gap is shown and raises the tier; it does not bar the way. */
final class IntakeGaps {

    private final List<String> gaps = new ArrayList<>();

    private IntakeGaps() {}

    static List<String> of(Contract contract, List<DocumentVersion> documents, boolean signatureKnown) {
        IntakeGaps gaps = new IntakeGaps();
        gaps.facts(contract);
        gaps.when(!signatureKnown, "The planned day of signature is not known.");
        documents.stream()
                .filter(document -> document.status() == ExtractionStatus.FAILED)
                .forEach(document ->
                        gaps.when(true, "The text of the document \"" + document.title() + "\" cannot be read."));
        return List.copyOf(gaps.gaps);
    }

    /** Those of the facts alone, which the account owner may change until the triage and after a return. */
    static List<String> ofFacts(Contract contract) {
        IntakeGaps gaps = new IntakeGaps();
        gaps.facts(contract);
        return List.copyOf(gaps.gaps);
    }

    private void facts(Contract contract) {
        when(contract.capabilities().isEmpty(), "The capabilities that are delivered are not stated.");
        when(contract.awardingAgency().type() == AgencyType.UNKNOWN, "The class of the agency is not known.");
        Agency paying = contract.fundingAgency();
        when(paying != null && paying.type() == AgencyType.UNKNOWN, "The class of the agency that pays is not known.");
        when(contract.endUsers().isEmpty(), "The end users are not known.");
        when(contract.dataKinds().isEmpty(), "The kinds of data are not stated.");
        when(contract.countries().isEmpty(), "The countries of use are not stated.");
        when(unknown(contract.value().ceilingMinor()), "The most the contract may grow to is not known.");
        when(unknown(contract.period().end()), "The end of the period of performance is not known.");
    }

    private static boolean unknown(@Nullable Object fact) {
        return fact == null;
    }

    private void when(boolean gap, String sentence) {
        if (gap) {
            gaps.add(sentence);
        }
    }
}
