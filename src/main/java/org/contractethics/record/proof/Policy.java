package org.contractethics.record.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    Policy(List<VerifierKey> logs, Map<String, Witness> witnesses, Map<String, Group> groups, String quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = new LinkedHashMap<>(witnesses);
        this.groups = Map.copyOf(groups);
        this.quorum = quorum;
    }

    public static Policy parse(byte[] file) throws NotProvenException {
        return new PolicyReader().read(new String(file, StandardCharsets.ISO_8859_1));
    }

    /** Signed by one of the logs, and how far it is cosigned. */
    public Accepted accept(byte[] note) throws NotProvenException {
        SignedNote signed = SignedNote.open(note, keys());
        Checkpoint checkpoint = Checkpoint.parse(signed.text());
        boolean byLog = signed.signatures().stream()
                .anyMatch(signature ->
                        logs.contains(signature.key()) && signature.key().name().equals(checkpoint.origin()));
        if (!byLog) {
            throw new NotProvenException("the checkpoint is not signed by a log of the policy");
        }
        Set<String> cosigned = new LinkedHashSet<>();
        witnesses.forEach((name, witness) -> {
            if (signed.signatures().stream()
                    .anyMatch(signature -> signature.key().equals(witness.key()))) {
                cosigned.add(name);
            }
        });
        return new Accepted(checkpoint, cosigned, quorum(cosigned));
    }

    /** Whether these witnesses are enough. */
    public boolean quorum(Set<String> cosigned) {
        return quorum.equals(NONE) || witnessed(quorum, cosigned);
    }

    private boolean witnessed(String name, Set<String> cosigned) {
        Group group = groups.get(name);
        return group == null
                ? cosigned.contains(name)
                : group.members().stream()
                                .filter(member -> witnessed(member, cosigned))
                                .count()
                        >= group.threshold();
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

    public Optional<VerifierKey> log(String origin) {
        return logs.stream().filter(log -> log.name().equals(origin)).findFirst();
    }
}
