package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.Impact.ClauseReference;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The impact assessments, one for each pass, with every right of the catalogue. */
@Repository
public class Assessments {

    /** Names the assessment that counts in a pass: its own, or one that is carried over whole. */
    private static final String IN_EFFECT =
            """
            select a.id from review.stage_in_effect e
            join review.assessment a on a.review_id = e.from_review and a.pass = e.from_pass
            where e.review_id = :review and e.pass = :pass and e.stage = 'ASSESSMENT'
            union
            select id from review.assessment where review_id = :review and pass = :pass
            """;

    private static final String IMPACTS =
            """
            select i.*, array(select s.number from review.impact_source c join review.source s on s.id = c.source_id
                              where c.assessment_id = i.written_in and c.right_code = i.right_code
                              order by s.number) as sources
            from review.impact_in_effect i where i.touched and i.assessment_id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    Assessments(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Assessment assessment) {
        jdbc.sql(
                        """
                        insert into review.assessment (id, review_id, pass, assessed_by, assessed_at, consultation,
                            proxy_reason)
                        values (:id, :review, :pass, :by, :at, :consultation, :proxy)
                        """)
                .param("id", assessment.id())
                .param("review", assessment.review().value())
                .param("pass", assessment.pass())
                .param("by", assessment.assessedBy())
                .param("at", Rows.at(assessment.assessedAt()))
                .param("consultation", assessment.consultation())
                .param("proxy", assessment.proxyReason())
                .update();
        assessment.impacts().forEach(rated -> {
            addTouched(assessment.id(), rated);
            addSources(assessment, rated.impact());
        });
        addUntouched(assessment);
    }

    private void addUntouched(Assessment assessment) {
        jdbc.sql(
                        """
                        insert into review.assessed_impact (assessment_id, right_code, touched, brought_to_mind_by,
                            untouched_because)
                        select :id, found ->> 'right', false,
                               array(select jsonb_array_elements_text(found -> 'broughtToMindBy')), found ->> 'because'
                        from jsonb_array_elements(cast(:untouched as jsonb)) as found
                        """)
                .param("id", assessment.id())
                .param("untouched", json.write(assessment.untouched()))
                .update();
    }

    private void addTouched(UUID assessment, Rated rated) {
        Impact impact = rated.impact();
        jdbc.sql(
                        """
                        insert into review.assessed_impact (assessment_id, right_code, touched, kind, affected,
                            vulnerable_groups, scale, scale_reason, scope, scope_reason, irremediability,
                            irremediability_reason, likelihood, involvement, leverage, leverage_use, mitigation,
                            severity, clauses)
                        values (:assessment, :right, true, :kind, :affected, :vulnerable, :scale, :scaleReason, :scope,
                            :scopeReason, :irremediability, :irremediabilityReason, :likelihood, :involvement,
                            :leverage, :leverageUse, :mitigation, :severity, cast(:clauses as jsonb))
                        """)
                .param("assessment", assessment)
                .param("right", impact.right())
                .param("kind", Rows.name(impact.kind()))
                .param("affected", impact.affected())
                .param("vulnerable", impact.vulnerableGroups())
                .param("scale", impact.scale().value())
                .param("scaleReason", impact.scale().reason())
                .param("scope", impact.scope().value())
                .param("scopeReason", impact.scope().reason())
                .param("irremediability", impact.irremediability().value())
                .param("irremediabilityReason", impact.irremediability().reason())
                .param("likelihood", Rows.name(impact.likelihood()))
                .param("involvement", Rows.name(impact.involvement()))
                .param("leverage", Rows.name(impact.leverage()))
                .param("leverageUse", impact.leverageUse())
                .param("mitigation", impact.mitigation())
                .param("severity", rated.severity().name())
                .param("clauses", json.write(impact.clauses()))
                .update();
    }

    private void addSources(Assessment assessment, Impact impact) {
        jdbc.sql(
                        """
                        insert into review.impact_source (assessment_id, right_code, source_id)
                        select :assessment, :right, s.id from review.source s
                        where s.review_id = :review and s.number = any(:numbers)
                        """)
                .param("assessment", assessment.id())
                .param("right", impact.right())
                .param("review", assessment.review().value())
                .param("numbers", impact.sources().toArray(Integer[]::new))
                .update();
    }

    /** The assessment that counts in this pass: its own with the rights it carries over, or one that is carried over whole. */
    public Optional<Assessment> find(ReviewId review, int pass) {
        return jdbc.sql("select * from review.assessment where id = (" + IN_EFFECT + ")")
                .param("review", review.value())
                .param("pass", pass)
                .query((row, number) -> map(row))
                .optional();
    }

    /** Its impacts alone, the most severe first; none where nothing was assessed. */
    List<Rated> impacts(ReviewId review, int pass) {
        return impacts(jdbc.sql(IMPACTS + " = (" + IN_EFFECT + ") order by i.right_code")
                .param("review", review.value())
                .param("pass", pass));
    }

    private Assessment map(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Assessment(
                id,
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("pass"),
                row.getString("assessed_by"),
                Rows.instant(row, "assessed_at"),
                row.getString("consultation"),
                row.getString("proxy_reason"),
                impacts(jdbc.sql(IMPACTS + " = :id order by i.right_code").param("id", id)),
                untouched(id));
    }

    private List<Untouched> untouched(UUID assessment) {
        return jdbc.sql(
                        """
                        select right_code, brought_to_mind_by, untouched_because from review.impact_in_effect
                        where assessment_id = :id and not touched order by right_code
                        """)
                .param("id", assessment)
                .query((row, number) -> new Untouched(
                        row.getString("right_code"),
                        List.of((String[]) row.getArray("brought_to_mind_by").getArray()),
                        row.getString("untouched_because")))
                .list();
    }

    private List<Rated> impacts(StatementSpec asked) {
        return asked.query((row, number) -> rated(row)).list().stream()
                .sorted(Comparator.comparing(Rated::severity).reversed())
                .toList();
    }

    private Rated rated(ResultSet row) throws SQLException {
        Impact impact = new Impact(
                row.getString("right_code"),
                Rows.constant(row, "kind", Impact.Kind.class),
                row.getString("affected"),
                row.getString("vulnerable_groups"),
                new Dimension(Rows.number(row, "scale"), row.getString("scale_reason")),
                new Dimension(Rows.number(row, "scope"), row.getString("scope_reason")),
                new Dimension(Rows.number(row, "irremediability"), row.getString("irremediability_reason")),
                Rows.constant(row, "likelihood", Likelihood.class),
                Rows.constant(row, "involvement", Involvement.class),
                Rows.constant(row, "leverage", Leverage.class),
                row.getString("leverage_use"),
                row.getString("mitigation"),
                json.read(row.getString("clauses"), new TypeReference<List<ClauseReference>>() {}),
                List.of((Integer[]) row.getArray("sources").getArray()));
        return new Rated(impact, Objects.requireNonNull(Rows.constant(row, "severity", Severity.class)));
    }
}
