package org.contractethics.search.internal;

import java.util.List;
import java.util.TreeSet;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.jspecify.annotations.Nullable;

/**
 * What every clause carries of its contract: what one may filter by, and who may read it.
 *
 * @param fingerprint changes whenever any of the facts or readers does
 */
record ContractFacts(
        String contractId,
        String reference,
        String contractTitle,
        String agency,
        List<String> countries,
        List<String> capabilities,
        @Nullable String tier,
        @Nullable String outcome,
        String state,
        @Nullable Integer year,
        boolean secret,
        Readers readers,
        String fingerprint) {

    static ContractFacts of(Contract contract, Readers readers) {
        var countries = new TreeSet<>(contract.countries());
        countries.add(contract.awardingAgency().country());
        var start = contract.period().start();
        var bare = new ContractFacts(
                contract.id().toString(),
                contract.reference(),
                contract.title(),
                contract.awardingAgency().name(),
                List.copyOf(countries),
                List.copyOf(new TreeSet<>(contract.capabilities())),
                contract.tier(),
                contract.outcome(),
                contract.state().name(),
                start == null ? null : start.getYear(),
                contract.secrecy() == Secrecy.EXISTENCE_SECRET || contract.secrecy() == Secrecy.CLASSIFIED,
                readers,
                "");
        return bare.withFingerprint();
    }

    private ContractFacts withFingerprint() {
        return new ContractFacts(
                contractId,
                reference,
                contractTitle,
                agency,
                countries,
                capabilities,
                tier,
                outcome,
                state,
                year,
                secret,
                readers,
                IndexDefinition.sha256(toString()));
    }
}
