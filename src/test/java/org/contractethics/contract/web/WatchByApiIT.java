package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watching contracts by calls of the API leaves nothing but what its owner sees. */
@IntegrationTest
class WatchByApiIT {

    private static final String NOAH = "noah.kim";
    private static final String WATCHED = "/api/watched-contracts";

    private final ApiCalls api;
    private final JdbcClient database;
    private final ContractId contract;

    @Autowired
    WatchByApiIT(Environment settings, RegisteringContracts registering, JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.database = database;
        this.contract = registering
                .register(
                        RegisteredContracts.aDraft("Watched by API " + UUID.randomUUID()),
                        "FORM",
                        RegisteredContracts.SOFIA)
                .id();
    }

    @Test
    void a_contract_is_watched_until_it_is_not_and_nothing_is_kept_of_it() {
        String path = "/api/contracts/" + contract + "/watch";
        int before = kept();

        assertThat(api.post(NOAH, path, null).status()).isEqualTo(204);
        assertThat(api.post(NOAH, path, null).status()).as("twice").isEqualTo(204);
        assertThat(watched(NOAH)).containsOnlyOnce(contract.toString());
        assertThat(watched("erin.walsh")).doesNotContain(contract.toString());
        Answer ended = api.send(
                NOAH,
                "DELETE",
                path,
                null,
                List.of("Idempotency-Key", UUID.randomUUID().toString()));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(204);
        assertThat(watched(NOAH)).doesNotContain(contract.toString());
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_contract_that_is_not_there_is_not_watched_and_filers_from_outside_see_no_register() {
        assertThat(api.post(NOAH, "/api/contracts/" + UUID.randomUUID() + "/watch", null)
                        .status())
                .isEqualTo(404);
        assertThat(api.get("fatima.noor", WATCHED).status()).isEqualTo(403);
        assertThat(api.post("fatima.noor", "/api/contracts/" + contract + "/watch", null)
                        .status())
                .isEqualTo(403);
    }

    private List<String> watched(String person) {
        Answer list = api.get(person, WATCHED);
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.body().findValuesAsString("id");
    }

    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username = :noah")
                .param("noah", NOAH)
                .query(Integer.class)
                .single();
    }
}
