package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The one complained about, and whoever the filer excluded, learn of a concern on no surface of the application (H13). */
@IntegrationTest
class WithheldConcernIT {

    private static final Map<String, String> ANSWER = Map.of(
            "cause",
            "OTHER",
            "considered",
            "x",
            "decision",
            "x",
            "article",
            "x",
            "effect",
            "x",
            "appeal",
            "x",
            "message",
            "x");

    private final MockMvcTester mvc;
    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final Concerns concerns;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String title = "Withheld " + UUID.randomUUID();

    WithheldConcernIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Concerns concerns,
            @Autowired JdbcClient jdbc) {
        this.mvc = mvc;
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.concerns = concerns;
        this.jdbc = jdbc;
    }

    @Test
    void an_excluded_ombuds_can_neither_read_nor_claim_nor_handle_it() {
        file(contractOf("sofia.marin"), "olga.petrova");
        String task = task();

        for (String act : List.of("messages", "acknowledge", "answer")) {
            assertThat(hands.post("/concerns/" + id + "/" + act, "olga.petrova", ANSWER))
                    .hasStatus(404);
        }
        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatus(404);
        assertThat(hands.post("/inbox/tasks/" + task + "/claim", "olga.petrova", Map.of()))
                .hasStatus(404);
        assertThat(hands.post("/inbox/tasks/" + task + "/return", "olga.petrova", Map.of()))
                .hasStatus(404);
        assertThat(hands.post("/inbox/tasks/" + task + "/claim", "george.tan", Map.of()))
                .hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/concerns",
                "/inbox",
                "/inbox/groups",
                "/inbox/unclaimed",
                "/inbox/overdue",
                "/inbox/done",
                "/audit"
            })
    void an_excluded_ombuds_finds_it_in_no_list(String path) {
        file(contractOf("sofia.marin"), "olga.petrova");

        assertThat(body(hands.get(path, "olga.petrova"))).doesNotContain(id, title, "/audit/" + entry() + "\"");
    }

    @Test
    void an_excluded_ombuds_finds_it_on_no_case_page_and_in_no_number() {
        ContractId contract = contractOf("sofia.marin");
        file(contract, "olga.petrova");

        assertThat(body(hands.get("/contracts/" + contract, "olga.petrova")))
                .contains("No open concern that you may know of.")
                .doesNotContain(id, "A concern was filed", "1 open concern");
        assertThat(body(hands.get("/contracts/" + contract, "george.tan")))
                .contains(id, "A concern was filed", "1 open concern.");
    }

    @Test
    void an_excluded_ombuds_finds_only_a_hash_of_it_in_the_record() {
        ContractId contract = contractOf("sofia.marin");
        file(contract, "olga.petrova");
        long entry = entry();

        assertThat(hands.get("/audit/" + entry, "olga.petrova")).hasStatus(404);
        assertThat(body(hands.get("/audit?contract=" + contract, "olga.petrova")))
                .contains("1 entry")
                .doesNotContain("A concern was filed");
        assertThat(body(hands.get("/audit/export?contract=" + contract, "olga.petrova")))
                .doesNotContain(id, "\"index\":" + entry + ",", "withheld");
        assertThat(body(hands.get("/audit/export", "olga.petrova")))
                .doesNotContain(id)
                .containsPattern("\\{[^{}]*\"index\":" + entry + "[,}][^{}]*")
                .contains("\"withheld\":true");
        assertThat(api(entry, "olga.petrova")).doesNotContain(id);
        assertThat(api(entry, "george.tan")).contains(id);
        assertThat(body(hands.get("/audit/export", "george.tan"))).contains(id);
    }

    @Test
    void an_account_owner_with_a_role_in_reviews_learns_nothing_of_it() {
        ContractId contract = contractOf("dana.whitfield");
        file(contract, "");

        assertThat(body(hands.get("/contracts/" + contract, "dana.whitfield")))
                .contains("Account owners and their team are not told")
                .doesNotContain(id, "A concern was filed", "1 open concern", "How the technology may be used");
        assertThat(body(hands.get("/contracts/" + contract, "helen.okafor")))
                .contains("A concern was filed", "1 open concern", "How the technology may be used")
                .as("no way to the page of those who handle it")
                .doesNotContain("\"/concerns/" + id);
    }

    @Test
    void an_account_owner_on_the_board_committee_reads_no_entry_of_it() {
        ContractId contract = contractOf("george.tan");
        file(contract, "");

        assertThat(hands.get("/audit/" + entry(), "george.tan")).hasStatus(404);
        assertThat(body(hands.get("/audit?contract=" + contract, "george.tan"))).doesNotContain("A concern was filed");
        assertThat(body(hands.get("/audit?contract=" + contract, "olga.petrova")))
                .contains("A concern was filed");
    }

    @Test
    void an_officer_who_must_not_know_of_it_any_more_loses_it_from_the_work_done() {
        ContractId contract = contractOf("sofia.marin");
        file(contract, "");
        assertThat(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(body(hands.get("/inbox/done", "olga.petrova"))).contains(title);

        jdbc.sql("insert into concern.exclusion (concern, username) values (:id::uuid, 'olga.petrova')")
                .param("id", id)
                .update();

        assertThat(body(hands.get("/inbox/done", "olga.petrova"))).doesNotContain(title);
    }

    private void file(ContractId contract, String excluded) {
        Map<String, String> form = new HashMap<>();
        form.put("contract", contract.toString());
        if (!excluded.isEmpty()) {
            form.put("excluded", excluded);
        }
        assertThat(hands.post("/concerns", "erin.walsh", form(id, form))).hasStatus3xxRedirection();
        DayOfFiling.ends(jdbc, id);
        concerns.announce();
    }

    private ContractId contractOf(String username) {
        Actor owner = new Actor(username, username, Set.of(Role.SUBMITTER, Role.EMPLOYEE));
        return registering
                .register(RegisteredContracts.aDraft(title), "FORM", owner)
                .id();
    }

    private String task() {
        return jdbc.sql("select task_id from workflow.inbox_item where subject_id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long entry() {
        return jdbc.sql("select n from record.entry where position(:id in encode(body, 'escape')) > 0")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private String api(long entry, String username) {
        MvcTestResult answer = mvc.get()
                .uri("/api/record/entries?limit=2&after=" + (entry - 1))
                .with(People.tokenOf(username))
                .exchange();
        return body(answer);
    }
}
