package org.contractethics.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which versions were found inside others, and what is told about a file beside its text. */
@Repository
class EmbeddedStore {

    private final JdbcClient jdbc;

    EmbeddedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DocumentVersion child, DocumentVersion parent, String place, int depth) {
        jdbc.sql(
                        """
                        insert into document.embedded_file
                               (version_id, parent_version_id, contract_id, sha256, parent_sha256, place, depth)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(List.of(
                        child.id().value(),
                        parent.id().value(),
                        child.contract().value(),
                        child.sha256(),
                        parent.sha256(),
                        place,
                        depth))
                .update();
    }

    Optional<FileInside> find(DocumentVersionId version) {
        return jdbc.sql("select parent_version_id, place, depth from document.embedded_file where version_id = ?")
                .param(version.value())
                .query(EmbeddedStore::map)
                .optional();
    }

    /** Whether this very content was found there before. */
    boolean has(DocumentVersionId parent, String sha256) {
        return jdbc.sql("select 1 from document.embedded_file where parent_version_id = ? and sha256 = ?")
                .params(List.of(parent.value(), sha256))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Those of the versions that are, or lie at any depth in, the newest version of an uploaded document. */
    Set<DocumentVersionId> current(Collection<DocumentVersionId> versions) {
        return Set.copyOf(jdbc.sql(
                        """
                        with recursive around (version, id) as (
                            select v, v from unnest(cast(:versions as uuid[])) v
                            union
                            select a.version, e.parent_version_id
                              from document.embedded_file e join around a on e.version_id = a.id)
                        select distinct a.version from around a join document.uploaded_now u on u.version_id = a.id
                        """)
                .param(
                        "versions",
                        versions.stream().map(DocumentVersionId::value).toArray(UUID[]::new))
                .query((row, number) -> new DocumentVersionId(row.getObject("version", UUID.class)))
                .list());
    }

    /** The contents of all files around this one, outwards to the uploaded one. */
    List<String> hashesAround(DocumentVersionId version) {
        return jdbc.sql(
                        """
                        with recursive around (id, hash) as (
                            select parent_version_id, parent_sha256 from document.embedded_file where version_id = :id
                            union all
                            select e.parent_version_id, e.parent_sha256
                              from document.embedded_file e join around a on e.version_id = a.id)
                        select hash from around
                        """)
                .param("id", version.value())
                .query(String.class)
                .list();
    }

    /** How many files were found so far inside the uploaded file that this one is, or lies in. */
    int countInUploaded(DocumentVersionId version) {
        return jdbc.sql(
                        """
                        with recursive around (id) as (
                            select cast(:id as uuid)
                            union all
                            select e.parent_version_id from document.embedded_file e join around a on e.version_id = a.id),
                        uploaded (id) as (
                            select id from around where id not in (select version_id from document.embedded_file)),
                        inside (id) as (
                            select id from uploaded
                            union all
                            select e.version_id from document.embedded_file e join inside i on e.parent_version_id = i.id)
                        select count(*) - 1 from inside
                        """)
                .param("id", version.value())
                .query(Integer.class)
                .single();
    }

    /** The parts that are kept beside the text and never searched. */
    List<PartText> apart(DocumentVersionId version) {
        return jdbc
                .sql("select name, text from document.part where version_id = ? order by ordinal")
                .param(version.value())
                .query((row, number) -> new PartText(text(row, "name"), text(row, "text")))
                .list()
                .stream()
                .filter(part -> Parts.apart(part.name()))
                .toList();
    }

    private static FileInside map(ResultSet row, int number) throws SQLException {
        UUID parent = Objects.requireNonNull(row.getObject("parent_version_id", UUID.class));
        return new FileInside(new DocumentVersionId(parent), text(row, "place"), row.getInt("depth"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
