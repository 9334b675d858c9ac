package org.contractethics.review.internal.retriage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Json;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** What was found against triages; rows are only ever added. */
@Repository
public class TriageFindings {

    private static final TypeReference<Map<String, String>> CODES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    TriageFindings(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of this review, the oldest first. */
    public List<TriageFinding> of(ReviewId review) {
        return jdbc.sql("select * from review.triage_finding where review_id = :review order by found_at")
                .param("review", review.value())
                .query(this::map)
                .list();
    }

    /** The highest tier that findings against triages of the contract give; empty where there are none. */
    public Optional<Tier> highest(ContractId contract) {
        return jdbc.sql(
                        """
                        select f.tier from review.triage_finding f join review.review r on r.id = f.review_id
                        where r.contract_id = :contract order by f.tier desc limit 1
                        """)
                .param("contract", contract.value())
                .query((row, number) -> Tier.valueOf(row.getString("tier")))
                .optional();
    }

    void add(TriageFinding found) {
        jdbc.sql(
                        """
                        insert into review.triage_finding (id, review_id, pass, stage, person, on_behalf_of, facts,
                            source, why, tier, found_at)
                        values (:id, :review, :pass, :stage, :person, :onBehalfOf, :facts::jsonb,
                            :source, :why, :tier, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("review", found.review().value())
                .param("pass", found.pass())
                .param("stage", found.stage().name())
                .param("person", found.person())
                .param("onBehalfOf", found.onBehalfOf())
                .param("facts", json.write(found.facts().codes()))
                .param("source", found.source())
                .param("why", found.why())
                .param("tier", found.tier().name())
                .param("at", Rows.at(found.foundAt()))
                .update();
    }

    private TriageFinding map(ResultSet row, int number) throws SQLException {
        return new TriageFinding(
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("pass"),
                Stage.valueOf(row.getString("stage")),
                row.getString("person"),
                row.getString("on_behalf_of"),
                FoundFacts.of(json.read(row.getString("facts"), CODES)),
                row.getInt("source"),
                row.getString("why"),
                Tier.valueOf(row.getString("tier")),
                Rows.instant(row, "found_at"));
    }
}
