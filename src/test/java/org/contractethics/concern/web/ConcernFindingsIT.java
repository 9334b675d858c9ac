package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Findings: sealed, kept in versions, read by those entitled, and summarised in the answer that rests on them. */
@IntegrationTest
class ConcernFindingsIT {

    private static final String OLGA = "olga.petrova";
    private static final Actor REVIEWER =
            new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER, Role.EMPLOYEE));

    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final ConcernPanel panel;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String canary = "finding-" + UUID.randomUUID();
    private final String claim = "The module finds people " + canary;
    private final String facts = "The contract file orders the module, and two engineers say so " + canary;
    private final String source = "Contract file, annex 3 " + canary;

    ConcernFindingsIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired ConcernPanel panel,
            @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.panel = panel;
        this.jdbc = jdbc;
    }

    @Test
    void a_finding_on_an_open_concern_is_kept_in_versions_read_by_reviewers_and_cited_by_the_answer() throws Exception {
        Contract contract = contract();
        file("OPEN", contract.id().toString());
        assertThat(add(Map.of())).hasStatus(409).bodyText().contains("Acknowledge the concern first", claim);
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
        sent(add(Map.of()));

        assertThat(reviewed(contract)).contains(claim, facts, "ESTABLISHED").doesNotContain(source);
        assertThat(page(OLGA)).contains("Allegation 1: Established", source, "Credible, not confirmed");
        assertThat(page("erin.walsh")).doesNotContain(facts, source);
        assertThat(body(hands.get("/concerns/" + id + "/findings/1", OLGA))).contains("value=\"" + source);
        assertThat(hands.get("/concerns/" + id + "/findings/2", OLGA)).hasStatus(404);
        assertThat(hands.get("/concerns/" + id + "/findings/1", "george.tan")).hasStatus(404);

        sent(add(Map.of("finding-about", "1-1", "finding-result", "UNDETERMINED")));
        assertThat(add(Map.of("finding-about", "1-1")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else recorded a newer version", claim);
        assertThat(page(OLGA)).contains("Allegation 1: Could not be established", "1 earlier version");
        assertThat(page(OLGA)).contains("Allegation 1: " + claim + "\nCould not be established. " + facts);

        hands.close(id, OLGA);
        assertThat(page("erin.walsh"))
                .contains("The findings it rests on", claim, "Could not be established.")
                .doesNotContain(source);
        assertThat(add(Map.of())).hasStatus(409).bodyText().contains("it is closed");
        assertThat(new CanaryScan(canary).tables()).isEmpty();
        refusedByTheDatabase("update concern.finding set officer = 'x'", "permission denied");
        refusedByTheDatabase(version(1, 3), "belong to a concern that is being handled");
    }

    @Test
    void what_is_found_on_a_confidential_concern_is_for_those_who_handle_it() {
        Contract contract = contract();
        file("CONFIDENTIAL", contract.id().toString());
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
        sent(add(Map.of()));

        assertThat(reviewed(contract)).doesNotContain(claim, facts, source);
        assertThat(page(OLGA)).contains(claim, facts, source);
        assertThat(hands.post("/concerns/" + id + "/findings", "george.tan", finding(Map.of())))
                .hasStatus(404);
        assertThat(hands.post("/concerns/" + id + "/findings", "erin.walsh", finding(Map.of())))
                .hasStatus(403);
        refusedByTheDatabase(version(1, 3), "no version is left out");
        refusedByTheDatabase(version(3, 1), "no allegation");
        refusedByTheDatabase(version(2, 1).replace("'HANDLING'", "'REVIEW'"), "for reviewers");
    }

    @Test
    void a_finding_needs_claim_result_facts_and_a_dated_source_of_known_reliability() {
        file("CONFIDENTIAL", "");
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

        assertThat(add(Map.of("finding-claim", " ", "finding-result", "", "finding-facts", "Because.")))
                .hasStatus(422)
                .bodyText()
                .contains("Write what is alleged", "Choose what was found", "Write in 30 to 2,000", source);
        assertThat(add(Map.of("finding-source-1-on", tomorrow)))
                .hasStatus(422)
                .bodyText()
                .contains("not a future one");
        assertThat(add(Map.of("finding-source-1-reliability", "GOOD"))).hasStatus(422);
        assertThat(add(Map.of("finding-source-1", "", "finding-source-1-on", "", "finding-source-1-reliability", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Name at least one source", facts);
        assertThat(page(OLGA)).contains("Nothing was found yet");
    }

    private void file(String mode, String contract) {
        Map<String, String> form = ConcernHands.form(id, Map.of("mode", mode));
        if (!contract.isEmpty()) {
            form.put("contract", contract);
        }
        sent(hands.post("/concerns", "erin.walsh", form));
    }

    private MvcTestResult add(Map<String, String> changed) {
        return hands.post("/concerns/" + id + "/findings", OLGA, finding(changed));
    }

    private Map<String, String> finding(Map<String, String> changed) {
        Map<String, String> finding = new HashMap<>(Map.of(
                "finding-about", "",
                "finding-claim", claim,
                "finding-result", "ESTABLISHED",
                "finding-facts", facts,
                "finding-source-1", source,
                "finding-source-1-on", "2026-03-03",
                "finding-source-1-reliability", "CREDIBLE"));
        finding.putAll(changed);
        return finding;
    }

    private Contract contract() {
        return registering.register(RegisteredContracts.aDraft("Finding " + id), "FORM", RegisteredContracts.SOFIA);
    }

    private String page(String person) {
        return body(hands.get("/concerns/" + id, person));
    }

    private String reviewed(Contract contract) {
        return panel.panel(contract.id(), REVIEWER).orElseThrow().model().toString();
    }

    private void refusedByTheDatabase(String sql, String because) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining(because);
    }

    private String version(int allegation, int version) {
        return """
                insert into concern.finding (concern, allegation, version, officer, recorded_on, part, claim, result, facts, sources)
                select concern, %d, %d, 'olga.petrova', current_date, 'HANDLING', claim, result, facts, sources
                from concern.finding where concern = '%s' limit 1"""
                .formatted(allegation, version, id);
    }
}
