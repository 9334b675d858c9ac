package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.CheckpointKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which witnesses are asked, and how many have to agree before an entry counts as recorded. */
@Component
public class TrustPolicy {

    private final String text;
    private final Policy policy;
    private final List<VerifierKey> known;

    TrustPolicy(RecordSettings settings, CheckpointKeys keys) {
        this.known = known(settings.origin(), keys);
        try {
            this.text = withOurLogs(written(settings.policyFile()), keys.signing());
            this.policy = Policy.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (NotProvenException e) {
            throw new IllegalStateException(
                    "The file of setting contract-ethics.record.policy-file cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Setting contract-ethics.record.policy-file names no readable file", e);
        }
        demandOurs(settings.origin(), keys);
        known.stream()
                .filter(key -> keys.signing().contains(key.toString()) && policy.isCompromised(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalStateException(
                            "The file of setting contract-ethics.record.policy-file says that others"
                                    + " may have a key that signs: exchange it, " + key);
                });
    }

    private static List<VerifierKey> known(String origin, CheckpointKeys keys) {
        List<VerifierKey> known = new ArrayList<>();
        for (String text : keys.known()) {
            try {
                VerifierKey key = VerifierKey.parse(text);
                if (key.cosigns() || !key.name().equals(origin) || known.contains(key)) {
                    throw new NotProvenException(
                            "it is no key of checkpoints of " + origin + ", or stands there twice");
                }
                known.add(key);
            } catch (NotProvenException e) {
                throw new IllegalStateException(
                        "Setting contract-ethics.record.key-exchange.retired-keys cannot be read, " + text + ": "
                                + e.getMessage(),
                        e);
            }
        }
        return known;
    }

    /** Every key that signs, and none that this record never had. */
    private void demandOurs(String origin, CheckpointKeys keys) {
        List<String> named =
                policy.logs(origin).stream().map(VerifierKey::toString).toList();
        if (!named.containsAll(keys.signing()) || !keys.known().containsAll(named)) {
            throw new IllegalStateException(
                    "The file of setting contract-ethics.record.policy-file names other keys of " + origin
                            + " than those that sign, which are " + String.join(" and ", keys.signing()));
        }
    }

    private static String written(@Nullable Path file) throws IOException {
        return file == null ? "quorum none\n" : Files.readString(file);
    }

    /** Nobody has to copy the keys of this record into the file, but wrong ones there are refused. */
    private static String withOurLogs(String text, List<String> keys) {
        boolean named = text.lines().anyMatch(line -> line.strip().startsWith("log "));
        return named ? text : keys.stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + text;
    }

    /** As a file that outsiders verify by. */
    public String text() {
        return text;
    }

    Policy policy() {
        return policy;
    }

    /** The public keys that a kept checkpoint of this record can be signed by. */
    List<VerifierKey> known() {
        return known;
    }
}
