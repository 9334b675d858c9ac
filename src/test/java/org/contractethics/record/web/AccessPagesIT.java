package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The access trail as those see it who read the record, and what everybody sees of it. */
@IntegrationTest
class AccessPagesIT {

    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final RecordReader record;
    private String contract = "";

    @Autowired
    AccessPagesIT(MockMvcTester mvc, RegisteringContracts registering, RecordReader record) {
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.record = record;
    }

    @BeforeEach
    void readByThree() {
        contract = registering
                .register(RegisteredContracts.aDraft("Read " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA)
                .id()
                .toString();
        hands.get("/contracts/" + contract, "dana.whitfield");
        hands.get("/contracts/" + contract, "helen.okafor");
        hands.get("/contracts/" + contract, "erin.walsh");
    }

    @Test
    void whoever_reads_the_record_sees_on_a_case_by_whom_it_was_read() {
        assertThat(hands.get("/contracts/" + contract, "august.lund"))
                .bodyText()
                .contains("/audit/reads?contract=" + contract, "Read by: who opened this case");
        assertThat(hands.get("/contracts/" + contract, "dana.whitfield"))
                .bodyText()
                .doesNotContain("/audit/reads");

        assertThat(hands.get("/audit/reads?contract=" + contract, "august.lund"))
                .hasStatusOk()
                .bodyText()
                .contains("5 reads", "Dana Whitfield", "Helen Okafor", "Somebody without a role in reviews")
                .contains("Human-rights reviewer, Employee", "GET /contracts/{contractId}")
                .doesNotContain("Erin Walsh", "erin.walsh");
    }

    @Test
    void filters_narrow_the_trail_and_stay_in_the_form_when_they_are_wrong() {
        String narrowed = "/audit/reads?contract=" + contract + "&actor=helen.okafor&kind=CASE";

        assertThat(hands.get(narrowed, "george.tan"))
                .bodyText()
                .contains("1 read<", "Helen Okafor")
                .doesNotContain("Dana Whitfield");
        assertThat(hands.get(narrowed + "&to=2020-01-01", "george.tan"))
                .bodyText()
                .contains("No read matches");
        assertThat(hands.get("/audit/reads?subject=" + contract + "&page=2", "george.tan"))
                .hasStatusOk()
                .bodyText()
                .contains("No read matches");
        assertThat(hands.get("/audit/reads?contract=no-id&kind=NONE&from=yesterday&actor=kept", "george.tan"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Contract id: give", "Kind: choose", "From: give a date", "value=\"kept\"", "value=\"no-id\"");
    }

    @Test
    void the_trail_leaves_as_csv_and_that_is_a_read_and_an_entry() {
        MvcTestResult file = hands.get("/audit/reads.csv?contract=" + contract, "august.lund");

        assertThat(file).hasStatusOk().hasHeader("Content-Disposition", "attachment; filename=\"access-trail.csv\"");
        String text = new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text.split("\r\n", -1)).hasSize(5);
        assertThat(text)
                .startsWith("\ufeff\"Number\",\"When (UTC)\",\"Account\"")
                .contains("\"dana.whitfield\",\"Dana Whitfield\",\"Case\",\"" + contract + "\"")
                .contains("\"'-\",\"Not recorded\"")
                .doesNotContain("erin");
        RecordEntry exported = record.newest(EntryFilter.ofKind("report-exported"), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(exported.facts())
                .containsEntry("report", "access-trail")
                .containsEntry("filters", Map.of("contract", contract));
        List<RecordEntry> fixed = record.newest(EntryFilter.ofKind("access-recorded"), Long.MAX_VALUE, 1);
        assertThat(fixed).singleElement().satisfies(entry -> assertThat(entry.index())
                .isLessThan(exported.index()));
        assertThat(hands.get("/audit/reads?kind=EXPORT&actor=august.lund", "august.lund"))
                .bodyText()
                .contains("GET /audit/reads.csv");
        assertThat(hands.get("/audit/reads.csv?contract=no-id", "august.lund")).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dana.whitfield", "lena.hoffman", "erin.walsh", "sofia.marin"})
    void nobody_else_sees_who_reads(String username) {
        assertThat(hands.get("/audit/reads", username)).hasStatus(403);
        assertThat(hands.get("/audit/reads.csv", username)).hasStatus(403);
        assertThat(hands.get("/record/reads", username))
                .hasStatusOk()
                .bodyText()
                .contains("/speak/{language}/file", "nothing of whoever comes here is kept", "/contracts/{contractId}");
    }

    @Test
    void a_concern_that_is_kept_from_somebody_is_not_in_their_trail() {
        String id = UUID.randomUUID().toString();
        ConcernHands.sent(
                hands.post("/concerns", "erin.walsh", ConcernHands.form(id, Map.of("excluded", "olga.petrova"))));
        assertThat(hands.get("/concerns/" + id, "george.tan")).hasStatusOk();

        assertThat(hands.get("/audit/reads?subject=" + id, "august.lund"))
                .bodyText()
                .contains("1 read<", "George Tan");
        assertThat(hands.get("/audit/reads?subject=" + id, "olga.petrova"))
                .bodyText()
                .contains("No read matches")
                .doesNotContain("George Tan");
        assertThat(hands.get("/audit/reads.csv?subject=" + id, "olga.petrova"))
                .bodyText()
                .doesNotContain(id);
    }
}
