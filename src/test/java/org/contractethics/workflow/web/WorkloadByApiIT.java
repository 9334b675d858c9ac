package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Programs read the review work of each person as the page of the workload shows it. */
@IntegrationTest
class WorkloadByApiIT {

    private static final String WORKLOAD = "/api/inbox/workload";

    private final ApiCalls api;

    @Autowired
    WorkloadByApiIT(Environment settings) {
        this.api = new ApiCalls(settings);
    }

    @Test
    void the_panel_chair_reads_everybodys_and_a_reviewer_the_own() {
        assertThat(people("ruth.castillo")).contains("priya.raman", "tariq.osman", "helen.okafor");
        assertThat(people("priya.raman")).containsExactly("priya.raman");
    }

    @Test
    void whoever_reviews_nothing_reads_none() {
        assertThat(api.get("erin.walsh", WORKLOAD).status()).isEqualTo(403);
        assertThat(api.get("lena.hoffman", WORKLOAD).status()).isEqualTo(403);
    }

    private List<String> people(String reader) {
        return api.get(reader, WORKLOAD)
                .body()
                .valueStream()
                .map(load -> load.path("username").asString())
                .toList();
    }
}
