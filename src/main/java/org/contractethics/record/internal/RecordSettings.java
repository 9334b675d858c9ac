package org.contractethics.record.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What makes the record provable.
 *
 * @param origin name of the record in its checkpoints, like {@code ethics.example.org/record}; another one begins a new line of
 *     checkpoints
 * @param signerKey secret of the key that signs checkpoints: 32 bytes in Base64
 * @param macKey secret of the keyed hash of each entry: 32 bytes in Base64
 * @param policyFile which witnesses are asked and how many must agree (C2SP tlog-policy); null where there is none
 * @param checkpointFile a file outside the database that every checkpoint is added to; null for none
 * @param decisionsWait how long the answer to a decision waits for its checkpoint to be cosigned
 * @param unsealedBelow entries below this number may have no keyed hash; more than 0 only where the record was begun by a version that made
 *     none. The database tells such a number too, but whoever owns it could raise that
 */
@ConfigurationProperties("contract-ethics.record")
public record RecordSettings(
        String origin,
        String signerKey,
        String macKey,
        @Nullable Path policyFile,
        @Nullable Path checkpointFile,
        @DefaultValue("0s") Duration decisionsWait,
        @DefaultValue("0") long unsealedBelow) {

    private static final int SECRET = 32;
    private static final Pattern ORIGIN = Pattern.compile("[^\\s+]{1,200}");

    public RecordSettings {
        if (origin == null || !ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "Setting contract-ethics.record.origin is missing or malformed: put there the"
                            + " name of the record without spaces, for example ethics.example.org/record.");
        }
        secret("signer-key", signerKey);
        secret("mac-key", macKey);
        policyFile = given(policyFile);
        checkpointFile = given(checkpointFile);
    }

    /** An empty text in a file of settings arrives as an empty path. */
    private static @Nullable Path given(@Nullable Path file) {
        return file == null || file.toString().isBlank() ? null : file;
    }

    byte[] signerSecret() {
        return secret("signer-key", signerKey);
    }

    public byte[] macSecret() {
        return secret("mac-key", macKey);
    }

    private static byte[] secret(String name, @Nullable String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text == null ? "" : text.strip());
            if (secret.length == SECRET) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("Setting contract-ethics.record." + name
                + " is missing or malformed: put there 32 random bytes in Base64, as openssl rand -base64 32"
                + " prints them.");
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "RecordSettings[" + origin + "]";
    }
}
