package org.contractethics.review.internal.advice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ReviewId;

/**
 * Advice of one author on one element. The text is the author's own: nobody else writes a version of it.
 *
 * @param versions the newest first; never empty
 */
public record Advice(UUID id, ReviewId review, Element element, String author, List<Version> versions) {

    public Advice {
        versions = List.copyOf(versions);
    }

    /** What was written once, and who put their name under exactly this. */
    public record Version(
            int number, Position position, String text, Instant writtenAt, List<Countersignature> countersignatures) {}

    /** Of another person; valid while the version it stands under is the newest. */
    public record Countersignature(String person, String remark, Instant signedAt) {}

    public Version latest() {
        return versions.get(0);
    }

    /** Those that a later edit invalidated stay readable with them. */
    public List<Version> earlier() {
        return versions.subList(1, versions.size());
    }

    public boolean countersignedBy(String person) {
        return latest().countersignatures().stream()
                .anyMatch(signature -> signature.person().equals(person));
    }
}
