package org.contractethics.review.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.review.internal.AssessmentDraft.Saved;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written of an assessment before it is sent: the marks of all rights, and one part for each right touched. */
@Repository
class AssessmentDrafts {

    private final JdbcClient jdbc;
    private final Json json;

    AssessmentDrafts(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    AssessmentDraft of(ReviewId review, int pass) {
        Map<String, String> parts = new LinkedHashMap<>();
        Map<String, Saved> saved = new LinkedHashMap<>();
        jdbc.sql(
                        "select part, content, version, updated_by, updated_at from review.assessment_draft where review_id = :review and pass = :pass")
                .param("review", review.value())
                .param("pass", pass)
                .query(row -> {
                    parts.put(row.getString("part"), row.getString("content"));
                    saved.put(
                            row.getString("part"),
                            new Saved(
                                    row.getInt("version"),
                                    row.getString("updated_by"),
                                    Rows.instant(row, "updated_at")));
                });
        String written = parts.remove(AssessmentDraft.MARKS);
        Marks marks = written == null ? Marks.NONE : json.read(written, Marks.class);
        Map<String, Impact> impacts = new LinkedHashMap<>();
        parts.forEach((right, content) -> impacts.put(right, json.read(content, Impact.class)));
        return new AssessmentDraft(marks, impacts, saved);
    }

    /**
     * Saves one part over the version that was seen.
     *
     * @throws StaleDraft where somebody saved another one since
     */
    void save(ReviewId review, int pass, String part, Object content, Saved onTop) {
        int saved = jdbc.sql(
                        """
                        insert into review.assessment_draft (review_id, pass, part, content, updated_by, updated_at)
                        values (:review, :pass, :part, cast(:content as jsonb), :by, :at)
                        on conflict (review_id, pass, part)
                        do update set content = excluded.content, updated_by = excluded.updated_by,
                                      updated_at = excluded.updated_at, version = assessment_draft.version + 1
                        where assessment_draft.version = :seen
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .param("part", part)
                .param("content", json.write(content))
                .param("by", onTop.by())
                .param("at", Rows.at(onTop.at()))
                .param("seen", onTop.version())
                .update();
        if (saved == 0) {
            throw new StaleDraft();
        }
    }

    void clear(ReviewId review, int pass) {
        jdbc.sql("delete from review.assessment_draft where review_id = :review and pass = :pass")
                .param("review", review.value())
                .param("pass", pass)
                .update();
    }
}
