package org.contractethics.concern.internal.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.concern.internal.FindingResult;
import org.contractethics.concern.internal.FindingsOfConcerns;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All findings, sealed, each version beside the one before. */
@Repository
class FindingRows implements FindingsOfConcerns {

    private static final String LAST =
            """
            select distinct on (allegation) * from concern.finding where concern = :concern
            order by allegation, version desc""";

    private final JdbcClient jdbc;

    FindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param claim what is alleged, as result and facts sealed for those who read the concern itself
     * @param sources sealed for those who handle it
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way to or from the vault, never compared
    record Row(
            int allegation,
            int version,
            String officer,
            LocalDate recordedOn,
            String part,
            byte[] claim,
            byte[] result,
            byte[] facts,
            byte[] sources) {}

    /** Under which name a field is sealed, so that no finding can be put in place of another. */
    static String field(int allegation, int version, String name) {
        return "finding/" + allegation + "/" + version + "/" + name;
    }

    void add(ConcernId concern, Row row) {
        jdbc.sql(
                        """
                insert into concern.finding (concern, allegation, version, officer, recorded_on, part, claim, result, facts, sources)
                values (:concern, :allegation, :version, :officer, :on, :part, :claim, :result, :facts, :sources)""")
                .param("concern", concern.value())
                .param("allegation", row.allegation())
                .param("version", row.version())
                .param("officer", row.officer())
                .param("on", row.recordedOn())
                .param("part", row.part())
                .param("claim", row.claim())
                .param("result", row.result())
                .param("facts", row.facts())
                .param("sources", row.sources())
                .update();
    }

    /** Every version, the last of each allegation first. */
    List<Row> all(ConcernId concern) {
        return jdbc.sql("select * from concern.finding where concern = :concern order by allegation, version desc")
                .param("concern", concern.value())
                .query(FindingRows::row)
                .list();
    }

    /** Those on which the answer rests. */
    List<Row> cited(ConcernId concern) {
        return jdbc.sql(
                        """
                select f.* from concern.finding f join concern.answer_finding using (concern, allegation, version)
                where concern = :concern order by allegation""")
                .param("concern", concern.value())
                .query(FindingRows::row)
                .list();
    }

    @Override
    public List<Finding> lastOf(ConcernId concern, Opening opening) {
        return jdbc.sql(LAST).param("concern", concern.value()).query(FindingRows::row).list().stream()
                .map(row -> finding(row, opening))
                .toList();
    }

    @Override
    public void cite(ConcernId concern) {
        jdbc.sql(
                        """
                insert into concern.answer_finding (concern, allegation, version)
                select concern, allegation, max(version) from concern.finding where concern = :concern
                group by concern, allegation""")
                .param("concern", concern.value())
                .update();
    }

    static Finding finding(Row row, Opening opening) {
        int allegation = row.allegation();
        int version = row.version();
        return new Finding(
                allegation,
                version,
                opening.text(field(allegation, version, "claim"), row.claim()),
                FindingResult.valueOf(opening.text(field(allegation, version, "result"), row.result())),
                opening.text(field(allegation, version, "facts"), row.facts()));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("allegation"),
                row.getInt("version"),
                row.getString("officer"),
                row.getObject("recorded_on", LocalDate.class),
                row.getString("part"),
                row.getBytes("claim"),
                row.getBytes("result"),
                row.getBytes("facts"),
                row.getBytes("sources"));
    }
}
