package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.report.internal.Period;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** A report is read as a file and signed as it was read, by calls of the API. */
@IntegrationTest
class SignedReportsByApiIT {

    private static final String SIGNED = "/api/reports/signed";
    private static final String CHAIR = "george.tan";
    /** One that no other test signs, whatever the day it runs on: they sign the last one and those of 2026. */
    private final Period quarter = Period.quarterOf(LocalDate.of(2025, 4, 1));

    private final ApiCalls api;
    private final AtOnce atOnce;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Autowired
    SignedReportsByApiIT(
            Environment settings, AtOnce atOnce, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.api = new ApiCalls(settings);
        this.atOnce = atOnce;
        this.events = events;
        this.transaction = transaction;
    }

    @Test
    void the_chair_signs_a_quarter_once_as_they_read_it() {
        somethingHappens();
        Map<String, Object> signature = signature(quarter);
        assertThat(api.get("ines.duarte", unsigned(quarter)).status()).isEqualTo(403);
        assertThat(api.get("lena.hoffman", unsigned(quarter)).status()).isEqualTo(403);
        Answer read = api.get(CHAIR, unsigned(quarter));
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(api.post(CHAIR, SIGNED, signature).status()).isEqualTo(428);
        assertThat(api.post(CHAIR, SIGNED, signature, "If-Match", "*").status()).isEqualTo(428);
        assertThat(api.post(CHAIR, SIGNED, signature, "If-Match", "\"" + "0".repeat(64) + "\"")
                        .status())
                .as("not what there is")
                .isEqualTo(409);
        assertThat(api.post("ines.duarte", SIGNED, signature, "If-Match", read.tag())
                        .status())
                .isEqualTo(403);

        Answer signed = api.post(CHAIR, SIGNED, signature, "If-Match", read.tag());

        assertThat(signed.status()).as(signed.toString()).isEqualTo(201);
        String path = signed.raw().headers().firstValue("Location").orElseThrow();
        assertThat(api.post(CHAIR, SIGNED, signature, "If-Match", read.tag()).status())
                .isEqualTo(409);
        assertThat(api.get(CHAIR, unsigned(quarter)).status()).isEqualTo(409);
        assertThat(api.get("lena.hoffman", SIGNED).body().findValuesAsString("id"))
                .contains(path.substring(path.lastIndexOf('/') + 1));
        Answer file = api.get("august.lund", path + "/report.csv");
        assertThat(api.get("august.lund", path).body().path("files").findValuesAsString("sha256"))
                .contains(Sha256.hex(file.raw().body()));
        assertThat(api.get("erin.walsh", path).status()).isEqualTo(403);
    }

    @Test
    void a_report_signed_by_several_calls_in_one_instant_is_signed_once() throws Exception {
        Period next = quarter.before();
        somethingHappens(next);
        Answer read = api.get(CHAIR, unsigned(next));
        assertThat(read.status()).as(read.toString()).isEqualTo(200);

        List<Answer> answers = atOnce.all(
                Collections.nCopies(3, () -> api.post(CHAIR, SIGNED, signature(next), "If-Match", read.tag())));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer ->
                        assertThat(answer.toString()).startsWith("409").contains("signed already"));
        assertThat(answersAbout(next)).isEqualTo(1);
    }

    private long answersAbout(Period period) {
        return api.get(CHAIR, SIGNED)
                .body()
                .valueStream()
                .filter(report ->
                        report.path("from").asString().equals(period.from().toString()))
                .count();
    }

    @Test
    void a_period_that_is_not_over_or_not_whole_or_not_named_is_not_signed() {
        Period now = Period.quarterOf(LocalDate.now(ZoneOffset.UTC));

        assertThat(api.get(CHAIR, unsigned(now)).status()).isEqualTo(409);
        String never = "/api/reports/unsigned/BOARD/report.csv?from=%2B999999999-10-01&to=%2B999999999-12-31";
        Answer tooLate = api.get(CHAIR, never);
        assertThat(tooLate.status()).isEqualTo(422);
        assertThat(fields(tooLate)).containsExactly("from", "to");
        String endless = "/api/reports/unsigned/BOARD/report.csv?from=2026-10-01&to=%2B999999999-12-31";
        assertThat(fields(api.get(CHAIR, endless))).containsExactly("to");
        assertThat(api.post(CHAIR, SIGNED, signature(now), "If-Match", "\"x\"").status())
                .isEqualTo(409);
        Period cut = new Period(quarter.from(), quarter.from());
        assertThat(api.post(CHAIR, SIGNED, signature(cut), "If-Match", "\"x\"").status())
                .isEqualTo(422);
        Answer unnamed = api.post(CHAIR, SIGNED, Map.of("kind", "BOARD"), "If-Match", "\"x\"");
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(fields(unnamed)).containsExactly("from", "to");
        Map<String, Object> turned = Map.of(
                "kind",
                "BOARD",
                "from",
                quarter.to().toString(),
                "to",
                quarter.from().toString());
        assertThat(api.post(CHAIR, SIGNED, turned, "If-Match", "\"x\"").status())
                .isEqualTo(422);
    }

    private static List<String> fields(Answer refused) {
        return refused.body().path("fields").findValuesAsString("field");
    }

    private static Map<String, Object> signature(Period period) {
        return Map.of(
                "kind",
                "BOARD",
                "from",
                period.from().toString(),
                "to",
                period.to().toString());
    }

    private static String unsigned(Period period) {
        return "/api/reports/unsigned/BOARD/report.csv?from=" + period.from() + "&to=" + period.to();
    }

    private void somethingHappens() {
        somethingHappens(quarter);
    }

    private void somethingHappens(Period quarter) {
        ContractId contract = new ContractId(UUID.randomUUID());
        Instant day = quarter.to().atTime(9, 0).toInstant(ZoneOffset.UTC);
        Map<String, Object> facts = new HashMap<>(Map.of("reference", "C-" + contract, "title", "Late", "agency", "X"));
        facts.put("contractId", contract.toString());
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Happened("contract-registered", contract, "dana.whitfield", day, facts).whole()));
    }
}
