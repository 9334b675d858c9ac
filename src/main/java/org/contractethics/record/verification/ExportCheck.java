package org.contractethics.record.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.Policy.Accepted;

/**
 * Verifies an export from its bytes and a policy: the checkpoint is signed and witnessed, every entry leads to its root, every earlier
 * checkpoint is a beginning of the same record, and the tiles hold the hashes of the entries.
 */
final class ExportCheck {

    private static final int TILE = ExportedTiles.WIDTH;

    private final ExportFiles files;
    private final ExportedTiles tiles;
    private final Policy policy;
    private final List<String> found = new ArrayList<>();
    private final CompactRange tree = new CompactRange();
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Long, byte[]> roots = new HashMap<>();
    private final EntryRules rules = new EntryRules();
    private final ExportedValues exported = new ExportedValues();
    private final ExportedCatalogue catalogue;
    private final ExportedTimestamps timestamps;
    private final EarlierCheckpoints checkpoints;
    private final SealedValues values = new SealedValues(exported);

    ExportCheck(ExportFiles files, Policy policy) throws IOException, NotProvenException {
        this.files = files;
        this.tiles = new ExportedTiles(files);
        this.catalogue = ExportedCatalogue.of(files);
        this.policy = policy;
        this.timestamps = new ExportedTimestamps(files, policy.authorities());
        this.checkpoints = new EarlierCheckpoints(files, policy, timestamps);
    }

    /** What was found to be right, in sentences. */
    List<String> run() throws IOException, NotProvenException {
        Accepted accepted = accepted(files.read("checkpoint"));
        Checkpoint checkpoint = accepted.checkpoint();
        found.add("The checkpoint of " + checkpoint.origin() + " over " + checkpoint.sizeText()
                + " entries is signed by a key of the record.");
        witnesses(accepted);
        Map<Long, Checkpoint> earlier = checkpoints.upTo(checkpoint);
        entries(checkpoint, earlier);
        values();
        found.add(catalogue.found());
        if (timestamps.verified() > 0) {
            found.add(timestamps.verified() + " checkpoints bear a time stamp, the newest of " + timestamps.newest()
                    + ".");
        }
        tiles.demandHashes(leaves);
        tiles.demandNoOther();
        found.add("The tiles hold the hashes of these entries.");
        return found;
    }

    /** Its time stamp is of the same note without the lines of witnesses, as it lies among the checkpoints. */
    private Accepted accepted(byte[] note) throws IOException, NotProvenException {
        String size = Checkpoint.parse(new String(note, StandardCharsets.UTF_8).split("\n\n", 2)[0] + "\n")
                .sizeText();
        return policy.accept(note, timestamps.of(size, note));
    }

    private void witnesses(Accepted accepted) throws NotProvenException {
        if (!accepted.quorum()) {
            throw new NotProvenException("too few witnesses have cosigned the checkpoint: " + accepted.cosigned());
        }
        found.add(
                policy.asksForWitnesses()
                        ? "Enough witnesses have cosigned it: " + String.join(", ", accepted.cosigned()) + "."
                        : "The policy asks for no witness: a record rewritten by whoever holds its key would pass.");
    }

    private void entries(Checkpoint checkpoint, Map<Long, Checkpoint> earlier) throws IOException, NotProvenException {
        WithheldHashes withheld = new WithheldHashes(files);
        long size = checkpoint.size();
        if (size < 0 || size > Integer.MAX_VALUE / 2) {
            throw new NotProvenException("more entries than this program can hold");
        }
        earlier.keySet().forEach(at -> roots.put(at, new byte[0]));
        for (long tile = 0; tile * TILE < size; tile++) {
            bundle(tile, (int) Math.min(TILE, size - tile * TILE), withheld);
        }
        withheld.demandNoneLeft();
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            throw new NotProvenException("the entries do not lead to the root hash of the checkpoint");
        }
        found.add("All " + size + " entries lead to its root hash"
                + (withheld.count() == 0
                        ? "."
                        : "; " + withheld.count() + " of them are withheld here and only their hashes are shown."));
        for (Checkpoint one : earlier.values()) {
            if (!Arrays.equals(roots.get(one.size()), one.root())) {
                throw new NotProvenException(
                        "the checkpoint of " + one.sizeText() + " entries is not a beginning of this record: a fork");
            }
        }
        found.add(earlier.size() + " checkpoints are beginnings of this record"
                + (checkpoints.otherwiseSigned() == 0
                        ? "."
                        : "; " + checkpoints.otherwiseSigned()
                                + " of them are signed by keys that this policy does not name."));
    }

    private void values() throws NotProvenException {
        Finding problem = values.endProblem();
        if (problem != null) {
            throw new NotProvenException(problem.message());
        }
        found.add("Every value that these entries commit to is the one that was recorded"
                + (values.erased() == 0
                        ? "."
                        : "; " + values.erased() + " were lawfully erased, as later entries say with their basis."));
    }

    private void bundle(long tile, int width, WithheldHashes withheld) throws IOException, NotProvenException {
        byte[] bytes = tiles.entries(tile, width);
        exported.read(files, tiles.sealed(tile, width));
        int at = 0;
        for (int i = 0; i < width; i++) {
            long index = tile * TILE + i;
            int length = at + 2 <= bytes.length ? ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff) : -1;
            if (length < 0 || at + 2 + length > bytes.length) {
                throw new NotProvenException("entry " + index + " is cut off");
            }
            byte[] body = Arrays.copyOfRange(bytes, at + 2, at + 2 + length);
            at += 2 + length;
            add(length == 0 ? known(index, withheld) : leaf(index, body));
        }
        if (at != bytes.length) {
            throw new NotProvenException("something follows entry " + (tile * TILE + width - 1));
        }
    }

    private byte[] known(long index, WithheldHashes withheld) throws NotProvenException {
        values.withheld(index);
        return withheld.take(index);
    }

    private byte[] leaf(long index, byte[] body) throws NotProvenException {
        String problem = EntryBody.problem(index, body, rules, values, catalogue);
        if (problem != null) {
            throw new NotProvenException("entry " + index + ": " + problem);
        }
        return tree.leafHash(body);
    }

    private void add(byte[] leaf) {
        leaves.add(leaf);
        tree.add(leaf);
        roots.computeIfPresent(tree.size(), (at, none) -> tree.root());
    }
}
