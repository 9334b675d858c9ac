package org.contractethics.record.verification;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.proof.NotProvenException;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue that an export brings along. It is believed only where the record itself holds its hash, told at a start of the
 * application, or where it is that of this program.
 */
final class ExportedCatalogue {

    private static final String SETTINGS = "settings-changed";
    private static final String SETTING = "file record/" + Catalogue.FILE;

    private final byte @Nullable [] bytes;
    private final Catalogue catalogue;
    private final Set<String> recorded = new HashSet<>();
    private long fitting;

    private ExportedCatalogue(byte @Nullable [] bytes, Catalogue catalogue) {
        this.bytes = bytes;
        this.catalogue = catalogue;
    }

    static ExportedCatalogue ofProgram() {
        return new ExportedCatalogue(null, Catalogue.ofProgram());
    }

    /** Exports of before have none. */
    static ExportedCatalogue of(ExportFiles files) throws IOException, NotProvenException {
        if (!files.has(Catalogue.FILE)) {
            return ofProgram();
        }
        byte[] bytes = files.read(Catalogue.FILE);
        try {
            return new ExportedCatalogue(bytes, Catalogue.read(bytes));
        } catch (IllegalArgumentException e) {
            throw new NotProvenException(Catalogue.FILE + " is no catalogue of entries: " + e.getMessage());
        }
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Takes in an entry that was found right. */
    void heed(Map<?, ?> body) {
        if (EntryBody.isClosed(body)) {
            fitting++;
        }
        if (SETTINGS.equals(body.get("kind"))
                && body.get("facts") instanceof Map<?, ?> facts
                && facts.get("changes") instanceof List<?> changes) {
            changes.forEach(change -> {
                if (change instanceof Map<?, ?> one && SETTING.equals(one.get("setting"))) {
                    recorded.add(String.valueOf(one.get("new")));
                }
            });
        }
    }

    /** What was found to be right, once all entries have been taken in. */
    String found() throws NotProvenException {
        return fitting + " entries hold what the schema of their kind says and nothing else, by the catalogue "
                + whose() + ".";
    }

    private String whose() throws NotProvenException {
        if (bytes == null) {
            return "of this program";
        }
        if (recorded.contains(hash(bytes))) {
            return "whose hash the record holds";
        }
        if (Arrays.equals(bytes, Catalogue.bytesOfProgram())) {
            return "of this program";
        }
        throw new NotProvenException(
                Catalogue.FILE + " is neither the catalogue whose hash the record holds nor that of" + " this program");
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
