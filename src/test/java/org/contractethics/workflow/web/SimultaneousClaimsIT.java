package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.journeys.PlainBrowser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fifty people reach for one task in the same instant: one has it, forty-nine are told so. */
@IntegrationTest
class SimultaneousClaimsIT {

    private static final int CLAIMS = 50;

    private final SubmittedContracts contracts;
    private final JdbcClient database;

    @Autowired
    SimultaneousClaimsIT(SubmittedContracts contracts, JdbcClient database) {
        this.contracts = contracts;
        this.database = database;
    }

    @Test
    void exactly_one_of_fifty_claims_wins_and_the_others_get_a_clear_conflict() throws Exception {
        Contract contract = contracts.submitted("Claimed at once " + UUID.randomUUID());
        String path = "/inbox/tasks/" + openTask(contract) + "/claim";
        PlainBrowser priya = PlainBrowser.signedInAs("priya.raman");
        PlainBrowser leo = PlainBrowser.signedInAs("leo.brandt");

        List<HttpResponse<String>> answers = atOnce(List.of(priya, leo), path);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .hasSize(CLAIMS - 1)
                .allSatisfy(answer -> assertThat(answer.body())
                        .containsAnyOf(
                                "Somebody else has claimed this task already.", "You have claimed this task already."));
        assertThat(claimsOnRecord(contract)).isEqualTo(1);
    }

    private static List<HttpResponse<String>> atOnce(List<PlainBrowser> people, String path) throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            sent.add(people.get(i % people.size()).post(path, Map.of()));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> one : sent) {
            answers.add(one.get(120, TimeUnit.SECONDS));
        }
        return answers;
    }

    private String openTask(Contract contract) {
        return database.sql("select task_id from workflow.inbox_item where contract_id = :id and completed_at is null")
                .param("id", contract.id().value())
                .query(String.class)
                .single();
    }

    private int claimsOnRecord(Contract contract) {
        return database.sql("select count(*) from record.entry where kind = 'task-claimed' and contract = :id")
                .param("id", contract.id().value())
                .query(Integer.class)
                .single();
    }
}
