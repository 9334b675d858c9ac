package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs add sources, consultations and advice by the rules of the pages. */
@IntegrationTest
class EvidenceByApiIT {

    private final ApiCalls api;
    private final ReviewByApi review;
    private final JdbcClient database;

    @Autowired
    EvidenceByApiIT(
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        this.api = new ApiCalls(settings);
        this.database = database;
        DocumentStories stories = new DocumentStories(registering, uploading, documents);
        this.review = ReviewByApi.submitted(api, stories, database, policy);
    }

    @Test
    void a_consultation_that_leads_to_a_person_or_comes_from_a_stranger_is_not_logged() {
        Map<String, Object> traceable = new HashMap<>(ReviewByApi.consultation());
        traceable.put("said", "Call Maria, +49 170 1234567.");

        assertThat(added("helen.okafor", "consultations", traceable)).isEqualTo(422);
        assertThat(added("erin.walsh", "consultations", ReviewByApi.consultation()))
                .isEqualTo(403);
        assertThat(added("helen.okafor", "consultations", ReviewByApi.consultation()))
                .isEqualTo(204);
        assertThat(api.get("helen.okafor", review.path() + "/consultations")
                        .body()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void the_day_of_a_consultation_is_over_and_no_year_typed_wrong() {
        assertThat(added("helen.okafor", "consultations", ReviewByApi.consultation()))
                .isEqualTo(204);
        for (String day : List.of("2999-01-01", "0026-02-03", "1926-02-03")) {
            Map<String, Object> consultation = new HashMap<>(ReviewByApi.consultation());
            consultation.put("heldOn", day);
            assertThat(added("helen.okafor", "consultations", consultation))
                    .as(day)
                    .isEqualTo(422);
        }
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.consultation (id, review_id, number, pass, kind, consulted, credibility,
                                    held_on, manner, said, changed, logged_by, logged_at)
                                select gen_random_uuid(), review_id, 90, pass, kind, consulted, credibility, '0026-02-03',
                                    manner, said, changed, logged_by, logged_at
                                from review.consultation limit 1
                                """)
                        .update())
                .rootCause()
                .hasMessageContaining("held_of_late");
    }

    @Test
    void nobody_countersigns_advice_of_their_own_or_a_version_they_have_not_seen() {
        Map<String, Object> advice =
                Map.of("element", "END_USE", "position", "OBJECTION", "text", "It traces families.", "seen", 0);
        assertThat(added("dana.whitfield", "advice", advice)).isEqualTo(204);
        String path = "advice/"
                + api.get("dana.whitfield", review.path() + "/advice")
                        .body()
                        .findValue("id")
                        .asString()
                + "/countersignature";

        assertThat(added("dana.whitfield", path, Map.of("seen", 1))).isEqualTo(403);
        assertThat(added("helen.okafor", path, Map.of("seen", 7))).isEqualTo(409);
        assertThat(added("helen.okafor", path, Map.of("seen", 1))).isEqualTo(204);
        assertThat(added("dana.whitfield", "advice", advice)).isEqualTo(409);
    }

    @Test
    void a_source_of_the_customer_is_never_independent() {
        Map<String, Object> brochure = Map.of(
                "title", "Brochure",
                "publisher", "The agency",
                "kind", "CUSTOMER",
                "location", "https://agency.example/brochure",
                "publishedOn", "2026-01-05",
                "reliability", "B",
                "credibility", "PROBABLE",
                "independent", true);

        assertThat(added("dana.whitfield", "sources", Map.of("source", brochure)))
                .isEqualTo(422);
        assertThat(added("dana.whitfield", "sources", Map.of())).isEqualTo(422);
    }

    private int added(String person, String what, Map<String, Object> body) {
        Answer answer = api.post(person, review.path() + "/" + what, body);
        return answer.status();
    }
}
