package org.contractethics.concern.internal.vault;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A vault on a connection of somebody's own, for what runs before there is an application: a migration. */
@Component
public class VaultOf {

    private final Custodian custodian;

    VaultOf(Custodian custodian) {
        this.custodian = custodian;
    }

    /** Seals as every vault does; whatever it would record of broken seals goes nowhere, so it is not for opening. */
    public Vault on(JdbcClient connection) {
        return new Vault(
                new VaultKeys(connection),
                custodian,
                new BrokenSeals(event -> {}, Clock.systemUTC()),
                DestroyedKeys.NONE);
    }
}
