package org.contractethics.report.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/**
 * A report of a period as it was signed.
 *
 * @param head where the record stood
 */
public record SignedReport(
        UUID id, Kind kind, Period period, TreeHead head, String signedBy, Instant signedAt, List<File> files) {

    public SignedReport {
        files = List.copyOf(files);
    }

    public String title() {
        return kind.label() + ", " + period.words();
    }

    /** The files of the edition that this reader gets. */
    public List<File> filesFor(Actor reader) {
        Edition edition = Edition.of(reader);
        return files.stream().filter(file -> file.edition() == edition).toList();
    }

    /** One file, without its bytes. */
    public record File(Edition edition, String ending, String sha256) {}

    /** What is signed. */
    public enum Kind {
        BOARD("Board report"),
        STATEMENT("Public statement");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who reads what of it. */
    public enum Edition {
        FULL,
        LEADERSHIP;

        static Edition of(Actor reader) {
            return reader.hasAny(Role.BOARD_COMMITTEE, Role.AUDITOR) ? FULL : LEADERSHIP;
        }
    }
}
