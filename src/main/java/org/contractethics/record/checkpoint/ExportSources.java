package org.contractethics.record.checkpoint;

import java.util.List;
import java.util.Optional;
import org.contractethics.record.signing.Tiles.Tile;
import org.springframework.stereotype.Component;

/** What an export needs beside the entries. */
@Component
public class ExportSources {

    private final Witnessed witnessed;
    private final Checkpoints checkpoints;
    private final RecordTree tree;
    private final TrustPolicy trust;
    private final Timestamps timestamps;

    /**
     * @param text a signed note with all its signatures
     */
    public record Note(long size, String text) {}

    ExportSources(
            Witnessed witnessed, Checkpoints checkpoints, RecordTree tree, TrustPolicy trust, Timestamps timestamps) {
        this.witnessed = witnessed;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.trust = trust;
        this.timestamps = timestamps;
    }

    /** The newest checkpoint that was witnessed; where there is none, the newest that was signed. */
    public Optional<Note> newest() {
        return witnessed
                .newest()
                .or(() -> checkpoints.lastCovered().map(witnessed::cosigned))
                .map(cosigned -> new Note(cosigned.size(), cosigned.note()));
    }

    /** Every checkpoint that is not larger, the smallest first. */
    public List<Note> upTo(long size) {
        return checkpoints.all().stream()
                .filter(checkpoint -> checkpoint.size() <= size)
                .map(checkpoint -> new Note(checkpoint.size(), checkpoint.note()))
                .toList();
    }

    /** Of which size a checkpoint that is not larger has a time stamp. */
    public List<Long> stamped(long size) {
        return timestamps.sizes(size);
    }

    /** What the authority answered. */
    public byte[] timestamp(long size) {
        return timestamps.of(size).orElseThrow();
    }

    public byte[] tile(Tile tile, long size) {
        return tree.hashes().tile(tile.level(), tile.index(), size);
    }

    public String policy() {
        return trust.text();
    }
}
