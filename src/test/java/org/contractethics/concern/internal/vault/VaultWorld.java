package org.contractethics.concern.internal.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.contractethics.MigratedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vault on a database of its own, with keys of its own. */
final class VaultWorld {

    final DataSource database = MigratedDatabase.fresh().asApplication();
    final JdbcClient jdbc = JdbcClient.create(database);
    final CustodianKeys keys = CustodianKeys.made();
    final List<Object> recorded = new ArrayList<>();
    final Vault vault = vaultWith(keys.publicKey(), keys.privateKey());

    /** The same database under other settings. */
    Vault vaultWith(@Nullable String publicKey, @Nullable String privateKey) {
        return new Vault(
                new VaultKeys(jdbc),
                new Custodian(new CustodianSettings(publicKey, privateKey, keys.lookupKey())),
                new BrokenSeals(recorded::add, Clock.systemUTC()),
                DestroyedKeys.NONE);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
