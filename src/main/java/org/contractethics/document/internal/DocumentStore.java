package org.contractethics.document.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and their versions in PostgreSQL; without bytes and texts, which have stores of their own. */
@Repository
class DocumentStore {

    private static final String VERSION =
            """
            select v.id, v.document_id, v.contract_id, v.number, d.title, v.file_name, v.media_type, v.bytes, v.sha256,
                   v.status, v.failure, v.failure_reason, v.gaps, v.reader, v.pages, v.clause_count, v.uploaded_by, v.uploaded_at,
                   e.parent_version_id, e.place, e.depth
              from document.document_version v join document.document d on d.id = v.document_id
              left join document.embedded_file e on e.version_id = v.id
            """;

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Uploads to one contract follow each other until the end of the transaction: numbers and set hashes stay true. */
    void lock(ContractId contract) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("documents of " + contract)
                .query((row, number) -> number)
                .single();
    }

    /** The newest version of each document that was uploaded, by title. */
    List<StoredVersion> current(ContractId contract) {
        return jdbc.sql(
                        VERSION
                                + """
                         where v.id in (select version_id from document.uploaded_now where contract_id = ?)
                         order by lower(d.title), d.added_at, d.id
                        """)
                .param(contract.value())
                .query(StoredVersion::map)
                .list();
    }

    /** The same, each followed by the files found inside it, at all depths: one statement for all. */
    List<StoredVersion> currentWithInside(ContractId contract) {
        List<StoredVersion> all = jdbc.sql(
                        """
                        with recursive inside (id) as (
                            select version_id from document.uploaded_now where contract_id = :contract
                            union
                            select f.version_id from document.embedded_file f join inside i on f.parent_version_id = i.id)
                        """
                                + VERSION
                                + """
                         where v.id in (select id from inside)
                         order by e.depth nulls first, case when e.depth is null then lower(d.title) else lower(e.place) end,
                               case when e.depth is null then d.added_at end, case when e.depth is null then d.id else v.id end
                        """)
                .param("contract", contract.value())
                .query(StoredVersion::map)
                .list();
        return each(
                all.stream().filter(stored -> stored.inside() == null).toList(),
                all.stream().filter(stored -> stored.inside() != null).toList());
    }

    /** What the parties signed, as it was brought to the signature gate; in the order in which it came. */
    List<StoredVersion> executed(ContractId contract) {
        return jdbc.sql(
                        VERSION
                                + """
                         where v.id in (select version_id from document.executed_copy where contract_id = ?)
                         order by v.uploaded_at, v.id
                        """)
                .param(contract.value())
                .query(StoredVersion::map)
                .list();
    }

    /** These versions, each followed by the files found inside it, at all depths. */
    List<StoredVersion> withInside(List<StoredVersion> outer) {
        if (outer.isEmpty()) {
            return outer;
        }
        List<DocumentVersionId> ids =
                outer.stream().map(stored -> stored.version().id()).toList();
        return each(outer, inside(ids));
    }

    /** Each of the outer versions, followed by those found inside it. */
    private static List<StoredVersion> each(List<StoredVersion> outer, List<StoredVersion> foundInside) {
        Map<DocumentVersionId, List<StoredVersion>> byOuter = new HashMap<>();
        for (StoredVersion found : foundInside) {
            FileInside inside = Objects.requireNonNull(found.inside());
            byOuter.computeIfAbsent(inside.parent(), key -> new ArrayList<>()).add(found);
        }
        List<StoredVersion> ordered = new ArrayList<>();
        outer.forEach(stored -> addWithInside(stored, byOuter, ordered));
        return ordered;
    }

    private static void addWithInside(
            StoredVersion stored, Map<DocumentVersionId, List<StoredVersion>> byOuter, List<StoredVersion> ordered) {
        ordered.add(stored);
        byOuter.getOrDefault(stored.version().id(), List.of()).forEach(found -> addWithInside(found, byOuter, ordered));
    }

    /** The files found inside these versions, and inside those again; by their place. */
    private List<StoredVersion> inside(List<DocumentVersionId> outer) {
        return jdbc.sql(
                        """
                        with recursive inside (id) as (
                            select version_id from document.embedded_file where parent_version_id in (:outer)
                            union
                            select f.version_id from document.embedded_file f join inside i on f.parent_version_id = i.id)
                        """
                                + VERSION
                                + """
                         where v.id in (select id from inside) order by e.depth, lower(e.place), v.id
                        """)
                .param("outer", outer.stream().map(DocumentVersionId::value).toList())
                .query(StoredVersion::map)
                .list();
    }

    Optional<StoredVersion> find(DocumentVersionId version) {
        return jdbc.sql(VERSION + " where v.id = ?")
                .param(version.value())
                .query(StoredVersion::map)
                .optional();
    }

    /** Every version of a document, newest first. */
    List<StoredVersion> versions(DocumentId document) {
        return jdbc.sql(VERSION + " where v.document_id = ? order by v.number desc")
                .param(document.value())
                .query(StoredVersion::map)
                .list();
    }

    void addDocument(DocumentId id, ContractId contract, String title, String by, Instant at) {
        jdbc.sql("insert into document.document (id, contract_id, title, added_by, added_at) values (?, ?, ?, ?, ?)")
                .params(List.of(id.value(), contract.value(), title, by, at.atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** An upload makes a new document set. */
    void addUploaded(DocumentVersion version) {
        addVersion(version);
        rememberSet(version.contract());
    }

    void addVersion(DocumentVersion version) {
        jdbc.sql(
                        """
                        insert into document.document_version
                               (id, document_id, contract_id, number, file_name, media_type, bytes, sha256, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(List.of(
                        version.id().value(),
                        version.document().value(),
                        version.contract().value(),
                        version.number(),
                        version.fileName(),
                        version.mediaType(),
                        version.bytes(),
                        version.sha256(),
                        version.uploadedBy(),
                        version.uploadedAt().atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** Later somebody asks what its hash stood for. */
    private void rememberSet(ContractId contract) {
        List<DocumentVersion> set =
                current(contract).stream().map(StoredVersion::version).toList();
        String hash = DocumentSetHash.of(set);
        for (DocumentVersion version : set) {
            jdbc.sql(
                            """
                            insert into document.document_set (contract_id, hash, version_id) values (?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(List.of(contract.value(), hash, version.id().value()))
                    .update();
        }
    }

    /**
     * The versions a hash of a set stands for, by title; empty where it is not known. A document that was put back to an earlier file has two
     * with the same bytes: the newest speaks for it.
     */
    List<StoredVersion> set(ContractId contract, String hash) {
        return jdbc.sql(
                        VERSION
                                + """
                         where v.id in (select distinct on (m.document_id) m.id
                                          from document.document_set s join document.document_version m on m.id = s.version_id
                                         where s.contract_id = ? and s.hash = ?
                                         order by m.document_id, m.number desc)
                         order by lower(d.title), d.added_at, d.id
                        """)
                .params(List.of(contract.value(), hash))
                .query(StoredVersion::map)
                .list();
    }

    /** Whether the version still waits for its text; holds the row until the end of the transaction. */
    boolean lockIfReading(DocumentVersionId version) {
        return lockIf(version, "READING");
    }

    boolean lockIfFailed(DocumentVersionId version) {
        return lockIf(version, "FAILED");
    }

    private boolean lockIf(DocumentVersionId version, String status) {
        return jdbc.sql("select id from document.document_version where id = ? and status = ? for update")
                .params(List.of(version.value(), status))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void markRead(DocumentVersionId version, @Nullable Integer pages, int clauses, List<String> gaps) {
        jdbc.sql(
                        """
                        update document.document_version
                           set status = 'READ', failure = null, failure_reason = null, pages = :pages, clause_count = :clauses, gaps = :gaps,
                               reader = :reader, settled_by = :reader
                         where id = :id
                        """)
                .param("pages", pages, Types.INTEGER)
                .param("clauses", clauses)
                .param("reader", TextReader.NUMBER)
                .param("gaps", gaps.toArray(String[]::new), Types.ARRAY)
                .param("id", version.value())
                .update();
    }

    void markFailed(DocumentVersionId version, String reason, String sentence) {
        jdbc.sql("update document.document_version set status = 'FAILED', failure_reason = ?, failure = ? where id = ?")
                .params(List.of(reason, sentence, version.value()))
                .update();
    }

    void markReading(DocumentVersionId version) {
        jdbc.sql(
                        "update document.document_version set status = 'READING', failure_reason = null, failure = null where id = ?")
                .param(version.value())
                .update();
    }
}
