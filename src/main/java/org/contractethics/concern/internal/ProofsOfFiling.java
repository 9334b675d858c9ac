package org.contractethics.concern.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lets a filer show that a concern was filed, without saying who they are and without anybody reading it from the record: the filer holds
 * a receipt, the record holds its SHA-256. A random nonce in the receipt keeps others from guessing what was filed.
 */
@Repository
class ProofsOfFiling {

    private static final String FIELD = "receipt";
    private static final int NONCE_BYTES = 32;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    ProofsOfFiling(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void keep(Concern concern, FiledWords words) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] receipt = receipt(concern, words, nonce);
        jdbc.sql(
                        """
                insert into concern.proof_of_filing (concern, commitment, receipt)
                values (:concern, :commitment, :receipt)""")
                .param("concern", concern.id().value())
                .param("commitment", Sha256.hex(receipt))
                .param("receipt", vault.seal(concern.id(), FIELD, receipt))
                .update();
    }

    /** What stands in the record; empty for concerns that have no proof. */
    Optional<String> commitment(ConcernId concern) {
        return jdbc.sql("select commitment from concern.proof_of_filing where concern = :concern")
                .param("concern", concern.value())
                .query(String.class)
                .optional();
    }

    /** The very bytes whose SHA-256 stands in the record. */
    Optional<byte[]> receipt(ConcernId concern, Opening opening) {
        return jdbc.sql("select receipt from concern.proof_of_filing where concern = :concern")
                .param("concern", concern.value())
                .query(byte[].class)
                .optional()
                .map(kept -> opening.bytes(FIELD, kept));
    }

    static byte[] receipt(Concern concern, FiledWords words, byte[] nonce) {
        return """
                Contract ethics review, proof of filing, version 1
                concern %s
                filed on %s
                topic %s
                SHA-256 of the text %s
                random number %s
                The SHA-256 of this file stands as "commitment" in the entry "concern-filed" of the record.
                """
                .formatted(
                        concern.id(),
                        concern.filedOn(),
                        concern.topic().name(),
                        Sha256.hex(words.text().getBytes(StandardCharsets.UTF_8)),
                        HexFormat.of().formatHex(nonce))
                .getBytes(StandardCharsets.UTF_8);
    }
}
