package org.contractethics.review.internal.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.evidence.Source.Credibility;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.review.internal.followup.Incident.Reliability;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sources of the reviews and what they support; they are only ever added. */
@Repository
public class Sources {

    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A claim of the research that a source supports. */
    record Citation(int pass, Supports supports, String claim, String by, Instant at) {}

    /** In the order of their numbers. */
    public List<Source> of(ReviewId review) {
        return jdbc.sql(
                        """
                        select s.*, old.number as corrects_number, new.number as corrected_by
                        from review.source s
                        left join review.source old on old.id = s.corrects
                        left join review.source new on new.corrects = s.id
                        where s.review_id = :review order by s.number
                        """)
                .param("review", review.value())
                .query(Sources::map)
                .list();
    }

    /** Adds it under its number; the caller holds the review, so no two get the same. */
    void add(Source source) {
        Description described = source.described();
        jdbc.sql(
                        """
                        insert into review.source (id, review_id, number, pass, title, publisher, kind, location,
                            published_on, reliability, credibility, independent, corrects, added_by, added_at)
                        values (:id, :review, :number, :pass, :title, :publisher, :kind, :location, :on, :reliability,
                            :credibility, :independent,
                            (select id from review.source where review_id = :review and number = :corrects), :by, :at)
                        """)
                .param("id", source.id())
                .param("review", source.review().value())
                .param("number", source.number())
                .param("pass", source.pass())
                .param("title", described.title())
                .param("publisher", described.publisher())
                .param("kind", Rows.name(described.kind()))
                .param("location", described.location())
                .param("on", described.publishedOn())
                .param("reliability", Rows.name(described.reliability()))
                .param(
                        "credibility",
                        Objects.requireNonNull(described.credibility()).grade())
                .param("independent", described.independent())
                .param("corrects", source.corrects())
                .param("by", source.addedBy())
                .param("at", Rows.at(source.addedAt()))
                .update();
    }

    void cite(Source source, Citation citation) {
        jdbc.sql(
                        """
                        insert into review.evidence (id, review_id, pass, source_id, supports, claim, stated_by, stated_at)
                        values (:id, :review, :pass, :source, :supports, :claim, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("review", source.review().value())
                .param("pass", citation.pass())
                .param("source", source.id())
                .param("supports", citation.supports().name())
                .param("claim", citation.claim())
                .param("by", citation.by())
                .param("at", Rows.at(citation.at()))
                .update();
    }

    /**
     * What rests on a source: a statement of the research with its claim, or the impact on a right.
     *
     * @param number of the source
     * @param what code of the statement or of the right
     * @param claim empty where it is a right
     */
    public record Use(int number, String what, String claim) {}

    /** Statements first, then rights; each once however many passes rest on it. */
    public List<Use> uses(ReviewId review) {
        return jdbc.sql(
                        """
                        select distinct s.number, 1 as place, e.supports as what, e.claim
                        from review.evidence e join review.source s on s.id = e.source_id where e.review_id = :review
                        union
                        select distinct s.number, 2, i.right_code, ''
                        from review.impact_source i join review.source s on s.id = i.source_id
                        where s.review_id = :review
                        order by number, place, what, claim
                        """)
                .param("review", review.value())
                .query((row, number) -> new Use(row.getInt("number"), row.getString("what"), row.getString("claim")))
                .list();
    }

    private static Source map(ResultSet row, int number) throws SQLException {
        @Nullable Integer corrects = Rows.number(row, "corrects_number");
        return new Source(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("number"),
                row.getInt("pass"),
                new Description(
                        row.getString("title"),
                        row.getString("publisher"),
                        Rows.constant(row, "kind", Source.Kind.class),
                        row.getString("location"),
                        row.getObject("published_on", LocalDate.class),
                        Rows.constant(row, "reliability", Reliability.class),
                        Credibility.of(row.getInt("credibility")),
                        row.getBoolean("independent")),
                corrects,
                Rows.number(row, "corrected_by"),
                row.getString("added_by"),
                Rows.instant(row, "added_at"));
    }
}
