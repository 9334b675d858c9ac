package org.contractethics.contract.internal;

import org.contractethics.shared.KeptTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register as somebody else reaches it. */
public final class SignedContractsInTables {

    private SignedContractsInTables() {}

    public static KeptTables on(JdbcClient jdbc) {
        return new SignedContractsForTheRecord(jdbc);
    }
}
