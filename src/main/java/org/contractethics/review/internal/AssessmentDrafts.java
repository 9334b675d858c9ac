package org.contractethics.review.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written of an assessment before it is sent: the marks of all rights, and one part for each right touched. */
@Repository
class AssessmentDrafts {

    private static final String MARKS = "marks";

    private final JdbcClient jdbc;
    private final Json json;

    AssessmentDrafts(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    AssessmentDraft of(ReviewId review, int pass) {
        Map<String, String> parts = new LinkedHashMap<>();
        jdbc.sql("select part, content from review.assessment_draft where review_id = :review and pass = :pass")
                .param("review", review.value())
                .param("pass", pass)
                .query(row -> {
                    parts.put(row.getString("part"), row.getString("content"));
                });
        String written = parts.remove(MARKS);
        Marks marks = written == null ? new Marks(Map.of(), "", "") : json.read(written, Marks.class);
        Map<String, Impact> impacts = new LinkedHashMap<>();
        parts.forEach((right, content) -> impacts.put(right, json.read(content, Impact.class)));
        return new AssessmentDraft(marks.touched(), impacts, marks.consultation(), marks.proxyReason());
    }

    void saveMarks(ReviewId review, int pass, AssessmentDraft draft, String by, Instant at) {
        save(review, pass, MARKS, new Marks(draft.touched(), draft.consultation(), draft.proxyReason()), by, at);
    }

    void saveImpact(ReviewId review, int pass, Impact impact, String by, Instant at) {
        save(review, pass, impact.right(), impact, by, at);
    }

    void clear(ReviewId review, int pass) {
        jdbc.sql("delete from review.assessment_draft where review_id = :review and pass = :pass")
                .param("review", review.value())
                .param("pass", pass)
                .update();
    }

    private void save(ReviewId review, int pass, String part, Object content, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into review.assessment_draft (review_id, pass, part, content, updated_by, updated_at)
                        values (:review, :pass, :part, cast(:content as jsonb), :by, :at)
                        on conflict (review_id, pass, part)
                        do update set content = excluded.content, updated_by = excluded.updated_by,
                                      updated_at = excluded.updated_at
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .param("part", part)
                .param("content", json.write(content))
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** The first part of a draft. */
    record Marks(Map<String, Boolean> touched, String consultation, String proxyReason) {}
}
