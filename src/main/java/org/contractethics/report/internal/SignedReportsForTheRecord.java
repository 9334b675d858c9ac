package org.contractethics.report.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.shared.KeptTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the record see which reports are signed, and what their files are: the hash is made anew from the bytes. */
@Component
class SignedReportsForTheRecord implements KeptTables {

    private final JdbcClient jdbc;
    private final SignedEntries entries;

    SignedReportsForTheRecord(JdbcClient jdbc, SignedEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** They are kept for ever: whatever an entry tells of has to be there. */
    @Override
    public List<KeptTable> tables() {
        Set<String> told =
                entries.numbers().keySet().stream().map(Object::toString).collect(Collectors.toSet());
        return List.of(table(told, jdbc));
    }

    static KeptTable table(Set<String> told, JdbcClient jdbc) {
        return new KeptTable(
                "signed report",
                "report.signed_report",
                List.of(SignedEntries.KIND),
                "reportId",
                List.of("reportId", "report", "from", "to", "treeSize", "rootHash", "files", ACTOR, AT),
                told,
                jdbc.sql(
                                """
                                select r.id::text, r.kind, r.period_from::text, r.period_to::text, r.tree_size::text, r.root_hash,
                                    coalesce((select string_agg(told, ',' order by told collate "C") from (
                                        select f.edition || ' ' || f.ending || ' ' || encode(sha256(f.bytes), 'hex') as told
                                        from report.signed_file f where f.report_id = r.id) files), '') as files,
                                    r.signed_by, to_char(date_trunc('milliseconds', r.signed_at) at time zone 'UTC',
                                        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as signed_at
                                from report.signed_report r order by r.signed_at, r.id""")
                        .query((row, number) -> new Row(
                                row.getString("id"),
                                row.getString("id"),
                                List.of(
                                        row.getString("id"),
                                        row.getString("kind"),
                                        row.getString("period_from"),
                                        row.getString("period_to"),
                                        row.getString("tree_size"),
                                        row.getString("root_hash"),
                                        row.getString("files"),
                                        row.getString("signed_by"),
                                        row.getString("signed_at"))))
                        .list());
    }
}
