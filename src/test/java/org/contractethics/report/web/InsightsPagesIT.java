package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.report.internal.Figure;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard as leadership uses it, over what was really recorded. An agency of its own keeps other tests' entries out. */
@IntegrationTest
class InsightsPagesIT {

    private static final Pattern LINK =
            Pattern.compile("<a href=\"(/insights/figures/[^\"]+)\"(?![^>]*Median)[^>]*>(\\d+)</a>");
    private static final Pattern TOTAL = Pattern.compile("id=\"total\">([\\d,]+)<");

    private final MockMvcTester pages;
    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final String agency = "Agency " + UUID.randomUUID();
    private final Instant day = Instant.parse("2026-05-05T09:00:00Z");
    private final ContractId contract = new ContractId(UUID.randomUUID());

    @Autowired
    InsightsPagesIT(
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
    void aReviewedContract() {
        String review = UUID.randomUUID().toString();
        String decision = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            happened(
                    "contract-registered",
                    Map.of("reference", "C-" + UUID.randomUUID(), "title", "<b>Data</b>", "agency", agency));
            happened("review-opened", Map.of("reviewId", review));
            happened("triage-confirmed", Map.of("reviewId", review, "tier", "T3"));
            happened(
                    "stage-completed",
                    Map.of(
                            "reviewId",
                            review,
                            "stage",
                            "TRIAGE",
                            "stageCode",
                            "S4",
                            "startedAt",
                            "2026-05-04T09:00:00Z",
                            "dueAt",
                            "2026-05-07T09:00:00Z",
                            "hours",
                            24));
            happened(
                    "decision-recorded",
                    Map.of(
                            "reviewId",
                            review,
                            "decisionId",
                            decision,
                            "outcome",
                            "CONDITIONAL",
                            "tier",
                            "T3",
                            "conditions",
                            1,
                            "documentSetHash",
                            "a".repeat(64),
                            "expiresOn",
                            "2027-05-05"));
            happened(
                    "condition-imposed",
                    Map.of(
                            "reviewId",
                            review,
                            "decisionId",
                            decision,
                            "conditionId",
                            UUID.randomUUID().toString(),
                            "owner",
                            "mona.keller",
                            "dueOn",
                            "2026-06-01",
                            "blocking",
                            true));
        });
    }

    @Test
    void the_audit_report_is_filtered_on_its_own_page() {
        assertThat(get("lena.hoffman", "/reports/audit?tier=T3"))
                .hasStatusOk()
                .bodyText()
                .contains("action=\"/reports/audit\"", "<option value=\"T3\" selected=\"selected\">");
    }

    @Test
    void leadership_sees_every_figure_with_its_definition_and_the_period() {
        assertThat(get("lena.hoffman", "/insights?period=2026-Q2"))
                .hasStatusOk()
                .bodyText()
                .contains("1 Apr 2026 to 30 Jun 2026, compared with 1 Jan 2026 to 31 Mar 2026")
                .contains(List.of(Figure.values()).stream().map(Figure::title).toList())
                .contains("must be 0");
    }

    @Test
    void every_number_leads_to_as_many_lines_as_it_says() throws Exception {
        String dashboard = body(get("lena.hoffman", "/insights?period=2026-Q2&agency=" + encoded(agency)));

        Matcher links = LINK.matcher(dashboard);
        int followed = 0;
        while (links.find()) {
            String list = body(get("lena.hoffman", HtmlUtils.htmlUnescape(links.group(1))));
            Matcher total = TOTAL.matcher(list);
            assertThat(total.find()).as(links.group(1)).isTrue();
            assertThat(total.group(1)).as(links.group(1)).isEqualTo(links.group(2));
            followed++;
        }

        assertThat(followed).isGreaterThan(12);
    }

    @Test
    void the_list_behind_a_number_leads_to_the_contract_and_the_entry() throws Exception {
        long entry = record.oldest(EntryFilter.ofContract(contract), -1, 10).stream()
                .filter(found -> found.kind().equals("decision-recorded"))
                .findFirst()
                .orElseThrow()
                .index();

        String list = body(get(
                "lena.hoffman",
                "/insights/figures/decisions?period=2026-Q2&row=CONDITIONAL&column=2026-05&agency=" + encoded(agency)));

        assertThat(list)
                .contains("/contracts/" + contract, "/audit/" + entry, "Approved with conditions, May 2026")
                .contains("&lt;b&gt;Data&lt;/b&gt;")
                .doesNotContain("<b>Data</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dana.whitfield", "erin.walsh", "sofia.marin", "ruth.castillo", "olga.petrova"})
    void others_see_no_figures(String username) {
        for (String path :
                List.of("/insights", "/insights/figures/decisions", "/reports/audit", "/reports/audit.xlsx")) {
            assertThat(get(username, path)).as(path).hasStatus(403);
        }
        assertThat(pages.get().uri("/api/reports/figures").with(People.tokenOf(username)))
                .hasStatus(403);
    }

    @Test
    void leadership_cannot_list_single_concerns() {
        assertThat(get("lena.hoffman", "/insights/figures/concerns")).hasStatus(403);
    }

    @Test
    void filters_that_mean_nothing_are_named() {
        assertThat(get("lena.hoffman", "/insights?period=own&from=2026-05-02&to=2026-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "There is a problem",
                        "not before the first one",
                        "value=\"2026-05-02\"",
                        "value=\"2026-05-01\"");
        assertThat(get("lena.hoffman", "/insights/figures/nonsense")).hasStatus(404);
    }

    @Test
    void the_report_prints_the_same_numbers_and_the_root_of_the_record() {
        String root = record.head().rootHash();

        assertThat(get("george.tan", "/reports/audit?period=2026-Q2&agency=" + encoded(agency)))
                .hasStatusOk()
                .bodyText()
                .contains("Audit report", root, "Decisions of the period", "Approved with conditions");
    }

    @Test
    void the_spreadsheet_is_one_and_its_download_is_recorded() throws Exception {
        MvcTestResult download = get("lena.hoffman", "/reports/audit.xlsx?period=2026-Q2&agency=" + encoded(agency));

        assertThat(download)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"audit-report-2026-04-01-to-2026-06-30.xlsx\"");
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(download.getResponse().getContentAsByteArray()))) {
            assertThat(book.getSheet("Decisions").getLastRowNum()).isEqualTo(1);
        }
        RecordEntry last = record.newest(EntryFilter.ofKind("report-exported"), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(last.actor()).isEqualTo("lena.hoffman");
        assertThat(last.facts())
                .containsEntry("report", "audit")
                .containsEntry("filters", Map.of("period", "2026-Q2", "agency", agency));
    }

    @Test
    void the_board_report_has_a_spreadsheet_of_its_own_and_its_download_is_recorded() throws Exception {
        String address = "/reports/board.xlsx?period=2026-Q2&agency=" + encoded(agency);
        MvcTestResult download = get("george.tan", address);

        assertThat(get("george.tan", "/reports/board?period=2026-Q2&agency=" + encoded(agency)))
                .hasStatusOk()
                .bodyText()
                .contains("/reports/board.xlsx?")
                .doesNotContain("/reports/audit.xlsx");
        assertThat(download)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"board-report-2026-04-01-to-2026-06-30.xlsx\"");
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(download.getResponse().getContentAsByteArray()))) {
            assertThat(book.getSheet("Figures").getLastRowNum()).isGreaterThan(Figure.values().length);
        }
        assertThat(record.newest(EntryFilter.ofKind("report-exported"), Long.MAX_VALUE, 1)
                        .get(0)
                        .facts())
                .containsEntry("report", "board-xlsx");
        assertThat(get("erin.walsh", address)).hasStatus(403);
        assertThat(get("george.tan", "/reports/board.xlsx?tier=T9")).hasStatus(422);
    }

    @Test
    void programs_read_the_same_figures() throws Exception {
        MvcTestResult answer = pages.get()
                .uri(java.net.URI.create("/api/reports/figures?period=2026-Q2&agency=" + encoded(agency)))
                .with(People.tokenOf("august.lund"))
                .exchange();

        assertThat(answer).hasStatusOk();
        JsonNode figures = new JsonMapper().readTree(body(answer)).get("figures");
        assertThat(figures).hasSize(Figure.values().length);
        assertThat(figures.get(5).get("name").asString()).isEqualTo("reviews-received");
        assertThat(figures.get(5).get("total").get("values").get(0).asInt()).isEqualTo(1);
    }

    private void happened(String kind, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        if (kind.equals("contract-registered")) {
            all.put("contractId", contract.toString());
        }
        events.publishEvent(new Happened(kind, contract, "dana.whitfield", day, all).whole());
    }

    private MvcTestResult get(String username, String path) {
        return pages.get()
                .uri(java.net.URI.create(path))
                .with(People.signedInAs(username))
                .exchange();
    }

    private static String body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return text.replace(" ", "%20");
    }
}
