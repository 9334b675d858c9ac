package org.contractethics.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A version with what only this module's pages show.
 *
 * @param awaitsPassword whether a password would open it
 * @param gaps sentences about what the file holds and the reading does not
 * @param reader number of the reader that read its text; 0 while it is not read, and where nobody noted it
 * @param inside where it was found; null for a file that was uploaded
 */
public record StoredVersion(
        DocumentVersion version, List<String> gaps, boolean awaitsPassword, int reader, @Nullable FileInside inside) {

    private static final Set<String> PROTECTED =
            Set.of(UnreadableReason.ENCRYPTED.code(), UnreadableReason.WRONG_PASSWORD.code());

    public StoredVersion {
        gaps = List.copyOf(gaps);
    }

    static StoredVersion map(ResultSet row, int number) throws SQLException {
        DocumentVersion version = new DocumentVersion(
                new DocumentVersionId(uuid(row, "id")),
                new DocumentId(uuid(row, "document_id")),
                new ContractId(uuid(row, "contract_id")),
                row.getInt("number"),
                text(row, "title"),
                text(row, "file_name"),
                text(row, "media_type"),
                row.getLong("bytes"),
                text(row, "sha256"),
                ExtractionStatus.valueOf(text(row, "status")),
                row.getString("failure"),
                pages(row),
                row.getInt("clause_count"),
                text(row, "uploaded_by"),
                Objects.requireNonNull(row.getObject("uploaded_at", OffsetDateTime.class))
                        .toInstant());
        return new StoredVersion(
                version,
                List.of((String[]) row.getArray("gaps").getArray()),
                PROTECTED.contains(String.valueOf(row.getString("failure_reason"))),
                row.getInt("reader"),
                inside(row));
    }

    private static @Nullable FileInside inside(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent_version_id", UUID.class);
        return parent == null
                ? null
                : new FileInside(new DocumentVersionId(parent), text(row, "place"), row.getInt("depth"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static @Nullable Integer pages(ResultSet row) throws SQLException {
        int pages = row.getInt("pages");
        return row.wasNull() ? null : pages;
    }
}
