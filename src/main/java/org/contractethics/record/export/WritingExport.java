package org.contractethics.record.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.checkpoint.ExportSources;
import org.contractethics.record.checkpoint.ExportSources.Note;
import org.contractethics.record.internal.SealedFields;
import org.contractethics.record.signing.Tiles;
import org.contractethics.record.signing.Tiles.Tile;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record as a zip of C2SP tlog-tiles: a checkpoint, tiles of hashes and the entries they are over, earlier checkpoints, the policy to
 * verify by, the catalogue of what entries hold, and the source of a short verifier.
 */
@Component
public class WritingExport {

    private final RecordReader record;
    private final ExportSources sources;
    private final SealedFields fields;

    WritingExport(RecordReader record, ExportSources sources, SealedFields fields) {
        this.record = record;
        this.sources = sources;
        this.fields = fields;
    }

    /**
     * The newest checkpoint, if there is one: an export tells of the entries that it covers. Refused while an erasure is newer: the
     * export would lack values and could not say why.
     */
    public Optional<Note> newest() {
        Optional<Note> newest = sources.newest();
        List<RecordEntry> erased = record.newest(EntryFilter.ofKind("erased"), Long.MAX_VALUE, 1);
        if (newest.isPresent()
                && erased.stream()
                        .anyMatch(entry -> entry.index() >= newest.get().size())) {
            throw Refused.conflict("Values were erased, and no checkpoint covers the entry that says so yet. Try again"
                    + " when the page of the record says that it is witnessed.");
        }
        return newest;
    }

    /** Where an export goes, once it is known which checkpoint it is of. */
    @FunctionalInterface
    public interface Destination {

        OutputStream of(Note checkpoint) throws IOException;
    }

    /**
     * Of one moment, whatever is erased while it is written.
     *
     * @param readable what the reader may read; of every other entry stands the hash alone
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Destination destination, Predicate<RecordEntry> readable) throws IOException {
        Note checkpoint = newest().orElseThrow(() -> Refused.notFound("Nothing has been signed yet."));
        ZipOutputStream zip = new ZipOutputStream(destination.of(checkpoint), StandardCharsets.UTF_8);
        put(zip, "checkpoint", checkpoint.text());
        put(zip, "policy", sources.policy());
        put(zip, "README.txt", resource("README.txt"));
        for (String name : List.of("check.go", "policy.go", "entries.go", "catalogue.go", "entry-schemas.csv")) {
            put(zip, name, resource(name));
        }
        for (Note earlier : sources.upTo(checkpoint.size())) {
            put(zip, "checkpoints/" + earlier.size(), earlier.text());
        }
        for (long stamped : sources.stamped(checkpoint.size())) {
            put(zip, "timestamps/" + stamped + ".tsr", sources.timestamp(stamped));
        }
        List<Tile> tiles = Tiles.of(checkpoint.size());
        for (Tile tile : tiles) {
            put(zip, tile.path(), sources.tile(tile, checkpoint.size()));
        }
        put(zip, "withheld", entries(zip, tiles, checkpoint.size(), readable));
        zip.finish();
    }

    private String entries(ZipOutputStream zip, List<Tile> tiles, long size, Predicate<RecordEntry> readable)
            throws IOException {
        StringBuilder withheld = new StringBuilder();
        for (Tile tile : tiles) {
            if (tile.level() == 0) {
                Bundle bundle = new Bundle(readable, withheld);
                long from = tile.index() * Bundle.ENTRIES;
                record.each(EntryFilter.ALL, from, Math.min(from + Bundle.ENTRIES, size), bundle::add);
                put(zip, tile.entriesPath(), bundle.bytes());
                put(zip, tile.entriesPath().replace("tile/entries/", "sealed/"), fields.lines(bundle.shown()));
            }
        }
        return withheld.toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = WritingExport.class.getResourceAsStream("/record/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
