package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.document.FileTexts.InsideText;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.review.IncidentTexts.InsideEvidence;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.EvidenceTexts.Awaited;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was read of files inside those that came with incidents, such as attachments of a mail. */
@Repository
class InsideTexts {

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    InsideTexts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which file that came with which incident. */
    record Outer(UUID incident, int number) {}

    /** A passage of which file inside, both counted as they are kept. */
    private record Placed(int inside, int ordinal, Passage passage) {}

    /** Once, in the transaction that keeps what was read of the file they lie in. */
    void keep(Awaited file, List<InsideText> texts) {
        List<Placed> passages = new ArrayList<>();
        for (int inside = 1; inside <= texts.size(); inside++) {
            InsideText text = texts.get(inside - 1);
            jdbc.update(
                    """
                    insert into review.incident_inside (incident_id, number, inside, place, ending, passages, gaps)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    file.incident(),
                    file.number(),
                    inside,
                    Rows.array(text.place()),
                    text.ending().name(),
                    text.passages().size(),
                    Rows.array(text.gaps()));
            for (int ordinal = 0; ordinal < text.passages().size(); ordinal++) {
                passages.add(new Placed(inside, ordinal, text.passages().get(ordinal)));
            }
        }
        jdbc.batchUpdate(
                """
                insert into review.incident_inside_passage
                    (inside, incident_id, number, ordinal, part, printed, heading, text, page)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                passages,
                ROWS_AT_A_TIME,
                (statement, placed) -> {
                    statement.setInt(1, placed.inside());
                    EvidenceTexts.bind(statement, 2, file, placed.ordinal(), placed.passage());
                });
    }

    /** Those of a file that were read, in order. */
    List<InsideEvidence> read(UUID incident, int number) {
        Map<Integer, List<Passage>> passages = passages(incident, number);
        return jdbc.query(
                """
                select inside, place from review.incident_inside
                 where incident_id = ? and number = ? and ending = 'READ' order by inside
                """,
                (row, at) -> new InsideEvidence(
                        Rows.texts(row, "place"), passages.getOrDefault(row.getInt("inside"), List.of())),
                incident,
                number);
    }

    private Map<Integer, List<Passage>> passages(UUID incident, int number) {
        Map<Integer, List<Passage>> passages = new HashMap<>();
        jdbc.query(
                """
                select inside, part, printed, heading, text, page from review.incident_inside_passage
                 where incident_id = ? and number = ? order by inside, ordinal
                """,
                row -> {
                    passages.computeIfAbsent(row.getInt("inside"), inside -> new ArrayList<>())
                            .add(EvidenceTexts.passage(row));
                },
                incident,
                number);
        return passages;
    }

    /** By file, what came of those inside each file of incidents of the contract. */
    Map<Outer, List<FoundInside>> of(ContractId contract) {
        Map<Outer, List<FoundInside>> inside = new HashMap<>();
        jdbc.query(
                """
                select n.incident_id, n.number, n.place, n.ending, n.gaps
                  from review.incident_inside n join review.incident i on i.id = n.incident_id
                 where i.contract_id = ? order by n.incident_id, n.number, n.inside
                """,
                row -> {
                    inside.computeIfAbsent(outer(row), outer -> new ArrayList<>())
                            .add(found(row));
                },
                contract.value());
        return inside;
    }

    private static Outer outer(ResultSet row) throws SQLException {
        return new Outer(Objects.requireNonNull(row.getObject("incident_id", UUID.class)), row.getInt("number"));
    }

    private static FoundInside found(ResultSet row) throws SQLException {
        return new FoundInside(
                Rows.texts(row, "place"), Ending.valueOf(row.getString("ending")), Rows.texts(row, "gaps"));
    }
}
