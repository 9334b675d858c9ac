package org.contractethics.review.internal.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.advice.Advice.Countersignature;
import org.contractethics.review.internal.advice.Advice.Version;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The advice on the elements of each contract; versions and countersignatures are only ever added. */
@Repository
class Advices {

    private final JdbcClient jdbc;

    Advices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By element and author. */
    List<Advice> of(ReviewId review) {
        Map<UUID, List<Version>> versions = versions(review);
        return jdbc.sql("select * from review.advice where review_id = :review order by element, author")
                .param("review", review.value())
                .query((row, number) -> map(row, versions))
                .list();
    }

    private static Advice map(ResultSet row, Map<UUID, List<Version>> versions) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Advice(
                id,
                new ReviewId(row.getObject("review_id", UUID.class)),
                Element.valueOf(row.getString("element")),
                row.getString("author"),
                versions.getOrDefault(id, List.of()));
    }

    Optional<Advice> find(ReviewId review, Element element, String author) {
        return of(review).stream()
                .filter(advice -> advice.element() == element && advice.author().equals(author))
                .findFirst();
    }

    private Map<UUID, List<Version>> versions(ReviewId review) {
        Map<String, List<Countersignature>> signatures = signatures(review);
        Map<UUID, List<Version>> byAdvice = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select v.* from review.advice_version v join review.advice a on a.id = v.advice_id
                        where a.review_id = :review order by v.version desc
                        """)
                .param("review", review.value())
                .query(row -> {
                    UUID advice = row.getObject("advice_id", UUID.class);
                    byAdvice.computeIfAbsent(advice, id -> new ArrayList<>()).add(version(row, signatures));
                });
        return byAdvice;
    }

    private static Version version(ResultSet row, Map<String, List<Countersignature>> signatures) throws SQLException {
        return new Version(
                row.getInt("version"),
                Position.valueOf(row.getString("position")),
                row.getString("text"),
                Rows.instant(row, "written_at"),
                signatures.getOrDefault(key(row), List.of()));
    }

    private Map<String, List<Countersignature>> signatures(ReviewId review) {
        Map<String, List<Countersignature>> byVersion = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select s.* from review.countersignature s join review.advice a on a.id = s.advice_id
                        where a.review_id = :review order by s.signed_at, s.person
                        """)
                .param("review", review.value())
                .query(row -> {
                    byVersion
                            .computeIfAbsent(key(row), version -> new ArrayList<>())
                            .add(new Countersignature(
                                    row.getString("person"), row.getString("remark"), Rows.instant(row, "signed_at")));
                });
        return byVersion;
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("advice_id") + " " + row.getInt("version");
    }

    /** @return the id under which the versions of this author on this element stand */
    UUID open(ReviewId review, Element element, String author) {
        jdbc.sql(
                        """
                        insert into review.advice (id, review_id, element, author) values (:id, :review, :element, :author)
                        on conflict (review_id, element, author) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("review", review.value())
                .param("element", element.name())
                .param("author", author)
                .update();
        return jdbc.sql("select id from review.advice where review_id = :review and element = :element and author ="
                        + " :author")
                .param("review", review.value())
                .param("element", element.name())
                .param("author", author)
                .query(UUID.class)
                .single();
    }

    void add(UUID advice, Version version) {
        jdbc.sql(
                        """
                        insert into review.advice_version (advice_id, version, position, text, sha256, written_at)
                        values (:advice, :version, :position, :text, :hash, :at)
                        """)
                .param("advice", advice)
                .param("version", version.number())
                .param("position", version.position().name())
                .param("text", version.text())
                .param("hash", Sha256.hex(version.text()))
                .param("at", Rows.at(version.writtenAt()))
                .update();
    }

    void sign(UUID advice, int version, String person, String remark, Instant at) {
        jdbc.sql(
                        """
                        insert into review.countersignature (advice_id, version, person, remark, signed_at)
                        values (:advice, :version, :person, :remark, :at)
                        """)
                .param("advice", advice)
                .param("version", version)
                .param("person", person)
                .param("remark", remark)
                .param("at", Rows.at(at))
                .update();
    }
}
