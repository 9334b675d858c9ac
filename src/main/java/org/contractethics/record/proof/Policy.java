package org.contractethics.record.proof;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.proof.SignedNote.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Which logs are believed, and how many of which witnesses must have cosigned (C2SP tlog-policy).
 *
 * @see PolicyReader
 */
public final class Policy {

    /** The quorum that asks for no cosignature at all. */
    static final String NONE = "none";

    private final List<VerifierKey> logs;
    private final Map<String, Witness> witnesses;
    private final Map<String, Group> groups;
    private final String quorum;
    private final Map<VerifierKey, Instant> compromised;
    private final List<X509Certificate> authorities;

    /**
     * @param url where it takes checkpoints; null where the policy does not say
     */
    public record Witness(String name, VerifierKey key, @Nullable String url) {}

    record Group(int threshold, List<String> members) {}

    /**
     * @param cosigned names of the witnesses that cosigned, as the policy calls them
     * @param quorum whether these are enough
     */
    public record Accepted(Checkpoint checkpoint, Set<String> cosigned, boolean quorum) {}

    Policy(
            List<VerifierKey> logs,
            Map<String, Witness> witnesses,
            Map<String, Group> groups,
            String quorum,
            Map<VerifierKey, Instant> compromised,
            List<X509Certificate> authorities) {
        this.logs = List.copyOf(logs);
        this.witnesses = new LinkedHashMap<>(witnesses);
        this.groups = new LinkedHashMap<>(groups);
        this.quorum = quorum;
        this.compromised = Map.copyOf(compromised);
        this.authorities = List.copyOf(authorities);
    }

    public static Policy parse(byte[] file) throws NotProvenException {
        return new PolicyReader().read(new String(file, StandardCharsets.ISO_8859_1));
    }

    /** Signed by one of the logs, and how far it is cosigned. A key that others may have proves nothing without a time stamp. */
    public Accepted accept(byte[] note) throws NotProvenException {
        return accept(note, null);
    }

    /** @param stamped when the note was there at the latest, as a verified time stamp says; null where there is none */
    public Accepted accept(byte[] note, @Nullable Instant stamped) throws NotProvenException {
        SignedNote signed = SignedNote.open(note, keys());
        Checkpoint checkpoint = Checkpoint.parse(signed.text());
        demandLog(signed, checkpoint.origin(), stamped);
        Set<String> cosigned = new LinkedHashSet<>();
        witnesses.forEach((name, witness) -> {
            if (signed.signatures().stream()
                    .anyMatch(signature -> signature.key().equals(witness.key()))) {
                cosigned.add(name);
            }
        });
        return new Accepted(checkpoint, cosigned, quorum(cosigned));
    }

    private void demandLog(SignedNote signed, String origin, @Nullable Instant stamped) throws NotProvenException {
        List<VerifierKey> signers = signed.signatures().stream()
                .map(Verified::key)
                .filter(key -> logs.contains(key) && key.name().equals(origin))
                .toList();
        if (signers.isEmpty()) {
            throw new NotProvenException("the checkpoint is not signed by a log of the policy");
        }
        if (signers.stream().noneMatch(key -> believed(key, stamped))) {
            throw new UnknownSignerException(
                    "the checkpoint is signed only by a key that others may have had since "
                            + compromised.get(signers.get(0)) + ", and no time stamp shows that it is older",
                    signed.text());
        }
    }

    private boolean believed(VerifierKey key, @Nullable Instant stamped) {
        Instant since = compromised.get(key);
        return since == null || (stamped != null && stamped.isBefore(since));
    }

    /** Whether the policy says of this key of a log that others may have it. */
    public boolean isCompromised(VerifierKey key) {
        return compromised.containsKey(key);
    }

    /** Certificates to which that of a believed time stamping authority leads. */
    public List<X509Certificate> authorities() {
        return authorities;
    }

    /** Whether these witnesses are enough. Each group names only what stands above it, so one look in order is enough, however deep. */
    public boolean quorum(Set<String> cosigned) {
        if (quorum.equals(NONE)) {
            return true;
        }
        Set<String> agreed = new HashSet<>(cosigned);
        groups.forEach((name, group) -> {
            if (group.members().stream().filter(agreed::contains).count() >= group.threshold()) {
                agreed.add(name);
            }
        });
        return agreed.contains(quorum);
    }

    /** Whether anybody outside has to have seen a checkpoint before it counts. */
    public boolean asksForWitnesses() {
        return !quorum.equals(NONE);
    }

    public List<VerifierKey> keys() {
        List<VerifierKey> keys = new ArrayList<>(logs);
        witnesses.values().forEach(witness -> keys.add(witness.key()));
        return keys;
    }

    public List<Witness> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** More than one while keys are exchanged. */
    public List<VerifierKey> logs(String origin) {
        return logs.stream().filter(log -> log.name().equals(origin)).toList();
    }
}
