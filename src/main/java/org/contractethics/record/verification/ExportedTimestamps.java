package org.contractethics.record.verification;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Timestamp;
import org.jspecify.annotations.Nullable;

/** The time stamps of an export: whatever stands there has to hold, or the export does not. Without authorities none is looked at. */
final class ExportedTimestamps {

    private final ExportFiles files;
    private final List<X509Certificate> authorities;
    private final Map<String, Timestamp> verified = new HashMap<>();

    ExportedTimestamps(ExportFiles files, List<X509Certificate> authorities) {
        this.files = files;
        this.authorities = authorities;
    }

    /**
     * When this checkpoint was there at the latest; null where no time stamp says.
     *
     * @param note the checkpoint, to which lines of witnesses may have been added since it was stamped
     */
    @Nullable
    Instant of(String size, byte[] note) throws IOException, NotProvenException {
        String name = "timestamps/" + size + ".tsr";
        if (authorities.isEmpty() || !files.has(name)) {
            return null;
        }
        byte[] stamped = files.read("checkpoints/" + size);
        if (stamped.length > note.length || !Arrays.equals(stamped, Arrays.copyOf(note, stamped.length))) {
            throw new NotProvenException("the checkpoint of " + size + " entries is not the one that was stamped");
        }
        Timestamp stamp = Timestamp.verify(files.read(name), stamped, authorities);
        verified.put(size, stamp);
        return stamp.latest();
    }

    int verified() {
        return verified.size();
    }

    /** The time of the newest one. */
    Instant newest() {
        return verified.values().stream()
                .map(Timestamp::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
