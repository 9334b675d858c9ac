package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.internal.Uploading;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Taking hits away as a file. */
@IntegrationTest
class ExportIT {

    private final MockMvcTester mvc;
    private final ContractSearch search;
    private final JdbcClient jdbc;
    private final SecretContract world;

    ExportIT(
            @Autowired MockMvcTester mvc,
            @Autowired ContractSearch search,
            @Autowired RegisteringContracts registering,
            @Autowired Uploading uploading,
            @Autowired JdbcClient jdbc) {
        this.mvc = mvc;
        this.search = search;
        this.jdbc = jdbc;
        this.world = new SecretContract(registering, uploading);
    }

    @Test
    void a_spreadsheet_holds_every_clause_one_may_read_and_its_taking_is_recorded_without_the_words()
            throws IOException {
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .until(() -> search.find(SearchQuery.of(world.word), SearchFixtures.REVIEWER)
                                .total()
                        > SecretContract.OPEN_CLAUSES);
        long his = search.find(SearchQuery.of(world.word), SecretContract.TOM).total();
        int before = recorded().size();

        byte[] file = get("/search/hits.xlsx", "tom.lindqvist").getResponse().getContentAsByteArray();

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo((int) his);
            assertThat(sheet.getRow(1).getCell(7).getCellType()).isEqualTo(CellType.NUMERIC);
        }
        List<String> recorded = recorded();
        assertThat(recorded).hasSize(before + 1);
        assertThat(recorded.get(recorded.size() - 1))
                .contains("tom.lindqvist", "search-hits", "XLSX", "\"clauses\":" + his)
                .doesNotContain(world.word);
    }

    @Test
    void neither_a_word_nor_the_value_of_a_filter_is_recorded_but_how_many_filters() {
        int before = recorded().size();

        assertThat(mvc.get()
                        .uri(
                                "/search/hits.csv?q={q}&agency={a}&agency=Second+bureau&country=Odd+country&finding=odd-finding",
                                world.word,
                                world.agency)
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatusOk();

        List<String> recorded = recorded();
        assertThat(recorded).hasSize(before + 1);
        assertThat(recorded.get(before))
                .contains("\"filters\":4")
                .doesNotContain(world.word, world.agency, "Second bureau", "Odd country", "odd-finding");
    }

    @Test
    void a_search_for_nothing_gives_no_file_and_asking_by_head_records_none() {
        int before = recorded().size();

        assertThat(mvc.get().uri("/search/hits.csv").with(People.signedInAs("dana.whitfield")))
                .hasStatus(422);
        assertThat(mvc.head().uri("/search/hits.csv?q={q}", world.word).with(People.signedInAs("dana.whitfield")))
                .hasStatusOk();
        assertThat(mvc.get().uri("/search/hits.csv?q={q}", world.word).with(People.signedInAs("fatima.noor")))
                .hasStatus(403);

        assertThat(recorded()).hasSize(before);
    }

    private MvcTestResult get(String path, String username) {
        return mvc.get()
                .uri(path + "?q={q}", world.word)
                .with(People.signedInAs(username))
                .exchange();
    }

    private List<String> recorded() {
        return jdbc.sql(
                        """
                        select convert_from(body, 'UTF8') || coalesce((select person from record.sealed s
                            where s.n = e.n and field = '/actor'), '')
                        from record.entry e where kind = 'report-exported' order by n""")
                .query(String.class)
                .list();
    }
}
