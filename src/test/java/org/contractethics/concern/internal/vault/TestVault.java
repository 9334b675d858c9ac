package org.contractethics.concern.internal.vault;

import java.time.Clock;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of a test, for tests of other packages. */
public final class TestVault {

    private static final CustodianKeys KEYS = CustodianKeys.made();

    private TestVault() {}

    public static VaultOf withKeys() {
        return new VaultOf(new Custodian(new CustodianSettings(KEYS.publicKey(), KEYS.privateKey(), null)));
    }

    public static VaultOf withoutKeys() {
        return new VaultOf(new Custodian(new CustodianSettings(null, null, null)));
    }

    public static FilerMarks marks() {
        return new FilerMarks(new CustodianSettings(null, null, KEYS.lookupKey()));
    }

    public static Vault on(JdbcClient jdbc) {
        return withKeys().on(jdbc);
    }

    /** A vault that is told from outside what was destroyed. */
    public static Vault on(JdbcClient jdbc, DestroyedKeys destroyed) {
        return new Vault(
                new VaultKeys(jdbc),
                new Custodian(new CustodianSettings(KEYS.publicKey(), KEYS.privateKey(), null)),
                new BrokenSeals(event -> {}, Clock.systemUTC()),
                destroyed);
    }

    /** One field of what those who handle a concern and its filer read. */
    static byte[] open(Vault vault, ConcernId concern, String field, byte[] sealed, Opener opener) {
        return vault.opening(concern, Part.HANDLING, opener).bytes(field, sealed);
    }
}
