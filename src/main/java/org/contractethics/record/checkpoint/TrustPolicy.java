package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which witnesses are asked, and how many have to agree before an entry counts as recorded. */
@Component
public class TrustPolicy {

    private final String text;
    private final Policy policy;
    private final VerifierKey log;

    TrustPolicy(RecordSettings settings, SigningKey key) {
        try {
            this.log = VerifierKey.parse(key.verifierKey());
            this.text = withOurLog(written(settings.policyFile()), key.verifierKey());
            this.policy = Policy.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (NotProvenException e) {
            throw new IllegalStateException(
                    "The file of setting contract-ethics.record.policy-file cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Setting contract-ethics.record.policy-file names no readable file", e);
        }
        if (policy.log(settings.origin())
                .filter(known -> known.toString().equals(key.verifierKey()))
                .isEmpty()) {
            throw new IllegalStateException(
                    "The file of setting contract-ethics.record.policy-file names another key of " + settings.origin()
                            + " than that of contract-ethics.record.signer-key, which is " + key.verifierKey());
        }
    }

    private static String written(@Nullable Path file) throws IOException {
        return file == null ? "quorum none\n" : Files.readString(file);
    }

    /** Nobody has to copy the key of this record into the file, but a wrong one there is refused. */
    private static String withOurLog(String text, String key) {
        boolean named = text.lines().anyMatch(line -> line.strip().startsWith("log "));
        return named ? text : "log " + key + "\n" + text;
    }

    /** As a file that outsiders verify by. */
    public String text() {
        return text;
    }

    Policy policy() {
        return policy;
    }

    /** The public key of this record. */
    VerifierKey log() {
        return log;
    }
}
