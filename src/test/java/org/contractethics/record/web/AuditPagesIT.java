package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.verification.CompactRange;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What auditors see of the record, and what others do not. */
@IntegrationTest
class AuditPagesIT {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final MockMvcTester pages;
    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final JsonMapper json = new JsonMapper();
    private long decision;
    private long concern;

    @Autowired
    AuditPagesIT(
            MockMvcTester pages,
            RecordReader record,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.pages = pages;
        this.record = record;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void entries() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(
                    happened("decision-recorded", "ruth.castillo", Map.of("outcome", "REJECT", "reasons", SCRIPT)));
            events.publishEvent(happened(
                    "concern-filed", "-", Map.of("concernId", UUID.randomUUID().toString())));
        });
        List<RecordEntry> written = record.oldest(EntryFilter.ofContract(contract), -1, 2);
        decision = written.get(0).index();
        concern = written.get(1).index();
    }

    @Test
    void an_auditor_lists_the_entries_of_a_contract() {
        assertThat(get("august.lund", "/audit?contract=" + contract))
                .hasStatusOk()
                .bodyText()
                .contains("2 entries", "Decided: rejected", "A concern was filed", "/audit/" + decision);
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(get("august.lund", "/audit?contract=" + contract + "&kind=concern-filed"))
                .hasStatusOk()
                .bodyText()
                .contains("1 entry")
                .doesNotContain("Decided: rejected");
        assertThat(get(
                        "august.lund",
                        "/audit?contract=" + contract
                                + "&text=decision&actor=ruth.castillo&from=2026-11-24&to=2026-11-24"))
                .bodyText()
                .contains("1 entry");
        assertThat(get("august.lund", "/audit?contract=" + contract + "&from=2026-11-25"))
                .bodyText()
                .contains("No entry matches");
    }

    @Test
    void filters_that_mean_nothing_are_named() {
        assertThat(get("august.lund", "/audit?contract=nonsense&from=tomorrow"))
                .hasStatus(422)
                .bodyText()
                .contains("There is a problem", "give the id as in the address", "give a date like");
    }

    @Test
    void an_entry_shows_its_exact_bytes_and_nothing_in_it_runs() {
        RecordEntry entry = record.find(decision).orElseThrow();

        assertThat(get("august.lund", "/audit/" + decision))
                .hasStatusOk()
                .bodyText()
                .contains(entry.leafHash(), "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain(SCRIPT);
    }

    @Test
    void pages_lead_to_older_entries_and_back() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 60; i++) {
                events.publishEvent(happened("minutes-issued", "ruth.castillo", Map.of("number", i)));
            }
        });
        List<RecordEntry> all = record.newest(EntryFilter.ofContract(contract), Long.MAX_VALUE, 100);

        assertThat(get("august.lund", "/audit?contract=" + contract))
                .bodyText()
                .contains("62 entries", "before=" + all.get(49).index())
                .doesNotContain(">Newer<");
        assertThat(get(
                        "august.lund",
                        "/audit?contract=" + contract + "&before=" + all.get(49).index()))
                .bodyText()
                .contains("Decided: rejected", "after=" + all.get(50).index())
                .doesNotContain("rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dana.whitfield", "lena.hoffman", "erin.walsh", "sofia.marin", "tariq.osman"})
    void others_do_not_read_the_record(String username) {
        assertThat(get(username, "/audit")).hasStatus(403);
        assertThat(get(username, "/audit/export")).hasStatus(403);
        assertThat(verify(username)).hasStatus(403);
        assertThat(pages.get().uri("/api/record/entries").with(People.tokenOf(username)))
                .hasStatus(403);
    }

    @Test
    void leadership_opens_a_decision_behind_a_figure_but_no_concern() {
        assertThat(get("lena.hoffman", "/audit/" + decision))
                .hasStatusOk()
                .bodyText()
                .contains("Decided: rejected", "the exact bytes are left out")
                .doesNotContain("alert(1)");
        assertThat(get("lena.hoffman", "/audit/" + concern)).hasStatus(404);
        assertThat(get("august.lund", "/audit/" + concern))
                .hasStatusOk()
                .bodyText()
                .contains("to the day");
        assertThat(get("august.lund", "/audit/" + Long.MAX_VALUE)).hasStatus(404);
    }

    @Test
    void verifying_says_that_the_record_is_intact_and_keeps_who_asked() {
        assertThat(verify("august.lund")).hasStatus3xxRedirection();

        assertThat(record.lastVerification()).get().satisfies(last -> {
            assertThat(last.intact()).isTrue();
            assertThat(last.requestedBy()).isEqualTo("august.lund");
        });
        assertThat(get("august.lund", "/audit")).bodyText().contains("Intact");
    }

    @Test
    void anyone_can_recompute_the_root_from_the_export() throws Exception {
        MvcTestResult export = get("august.lund", "/audit/export");
        assertThat(export).hasStatusOk();

        String[] lines =
                export.getResponse().getContentAsString(StandardCharsets.UTF_8).split("\n", -1);
        CompactRange tree = new CompactRange();
        for (int i = 1; i < lines.length - 1; i++) {
            JsonNode line = json.readTree(lines[i]);
            byte[] leaf = tree.leafHash(line.get("body").asString().getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(leaf))
                    .isEqualTo(line.get("leafHash").asString());
            tree.add(leaf);
        }

        JsonNode head = json.readTree(lines[0]);
        assertThat(tree.size()).isEqualTo(head.get("treeSize").asLong());
        assertThat(HexFormat.of().formatHex(tree.root()))
                .isEqualTo(head.get("rootHash").asString());
    }

    @Test
    void an_export_is_itself_recorded() {
        get("george.tan", "/audit/export?contract=" + contract);

        RecordEntry last = record.newest(EntryFilter.ofKind("report-exported"), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(last.actor()).isEqualTo("george.tan");
        assertThat(last.facts().get("filters")).isEqualTo(Map.of("contract", contract.toString()));
        assertThat(last.number("treeSize").orElse(0)).isGreaterThan(concern);
    }

    @Test
    void programs_read_the_entries_in_order() throws Exception {
        MvcTestResult answer = pages.get()
                .uri("/api/record/entries?limit=1&contract=" + contract)
                .with(People.tokenOf("august.lund"))
                .exchange();

        assertThat(answer).hasStatusOk();
        JsonNode body = json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        List<Long> indexes = new ArrayList<>();
        body.get("entries").forEach(entry -> indexes.add(entry.get("index").asLong()));
        assertThat(indexes).containsExactly(decision);
        assertThat(body.get("next").asString()).contains("after=" + decision);
    }

    private MvcTestResult get(String username, String path) {
        return pages.get()
                .uri(java.net.URI.create(path))
                .with(People.signedInAs(username))
                .exchange();
    }

    private MvcTestResult verify(String username) {
        return pages.post()
                .uri("/audit/verify")
                .with(People.signedInAs(username))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private Happened happened(String kind, String actor, Map<String, Object> facts) {
        return new Happened(kind, contract, actor, RecordFixtures.NOW, facts).whole();
    }
}
