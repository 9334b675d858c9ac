package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.shared.ContractId;

/** Contracts that make no other document part of themselves. */
final class NothingIncorporated implements IncorporatedDocuments {

    @Override
    public List<Named> named(ContractId contract) {
        return List.of();
    }

    @Override
    public List<String> missing(ContractId contract) {
        return List.of();
    }
}
