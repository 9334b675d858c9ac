package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.imports.TemplateFixtures;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class ImportPagesIT {

    private static final String HEADER =
            "Fiscal Year,Agency,Award ID,Recipient Name,Federal Action Obligation,Action Date,Modification,"
                    + "Product/Service Description,NAICS Description,Transaction Description,Generated Award ID\n";

    private final MockMvcTester mvc;
    private final ContractRegister contracts;

    @Autowired
    ImportPagesIT(MockMvcTester mvc, ContractRegister contracts) {
        this.mvc = mvc;
        this.contracts = contracts;
    }

    @Test
    void an_import_keeps_good_rows_reports_bad_ones_and_changes_nothing_the_second_time() throws Exception {
        String piid = "70" + UUID.randomUUID().toString().substring(0, 8);
        String csv = HEADER
                + "2021,ICE," + piid + ",\"=DATA CO, INC.\",100.10,2021-01-05,0,SOFTWARE,X,ANALYTICS " + piid + ",\n"
                + "2021,ICE," + piid + ",\"=DATA CO, INC.\",50,2021-02-05,P00001,SOFTWARE,X,MORE,\n"
                + "2021,ICE," + piid + ",CO,\"=1+1\",2021-02-05,P00002,SOFTWARE,X,MORE,\n";

        String first = finished(upload("awards.csv", csv));
        String page = body(first);

        assertThat(page).contains("Finished", "What was not taken in", "is not an amount");
        assertThat(page.replaceAll("\\s+", "")).contains("<dt>Newcontracts</dt><dd>1</dd>");
        assertThat(body(first + "/errors.csv"))
                .contains("\"4\",\"Federal Action Obligation\",")
                .doesNotContain("\n=", ",=");
        assertThat(body("/contracts?q=" + piid)).contains("ANALYTICS", "USD 150.10");

        String second = finished(upload("awards.csv", csv));

        assertThat(body(second).replaceAll("\\s+", ""))
                .contains("<dt>Newcontracts</dt><dd>0</dd>", "<dt>Unchangedcontracts</dt><dd>1</dd>");
    }

    @Test
    void an_import_leaves_facts_alone_that_a_review_weighs_and_catches_up_afterwards() throws Exception {
        String piid = "70" + UUID.randomUUID().toString().substring(0, 8);
        String csv = HEADER + "2021,ICE," + piid + ",CO,100,2021-01-05,0,SOFTWARE,X,ANALYTICS " + piid + ",\n";
        finished(upload("awards.csv", csv));
        Matcher link = Pattern.compile("/contracts/([0-9a-f-]{36})").matcher(body("/contracts?q=" + piid));
        assertThat(link.find()).isTrue();
        ContractId contract = ContractId.valueOf(link.group(1));
        String more = csv + "2021,ICE," + piid + ",CO,900,2021-02-05,P00001,SOFTWARE,X,MORE,\n";
        contracts.reviewProgressed(contract, ContractState.IN_REVIEW, null, null);

        assertThat(body(finished(upload("awards.csv", csv)))).doesNotContain("A review weighs");
        assertThat(body(finished(upload("more.csv", more)))).contains("A review weighs the facts of this contract");
        assertThat(contracts.get(contract).value().obligatedMinor()).isEqualTo(10_000);

        contracts.reviewProgressed(contract, ContractState.REJECTED, null, null);
        finished(upload("more.csv", more));
        assertThat(contracts.get(contract).value().obligatedMinor()).isEqualTo(100_000);
    }

    @Test
    void files_the_register_cannot_read_are_refused_with_the_reason() throws Exception {
        assertThat(upload("empty.csv", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The file is empty");
        assertThat(upload("a.csv", "%PDF-1.7 x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This is a PDF");
        assertThat(upload("../../a.csv", "a,b\n1,2"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("none of the files");
    }

    @Test
    void a_workbook_that_cannot_be_read_ends_its_import_with_words() throws Exception {
        String strict = ended(upload("strict.xlsx", TemplateFixtures.strict()), "Could not be read");

        assertThat(body(strict)).contains("Strict Open XML Spreadsheet").doesNotContain("every 1s");
    }

    @Test
    void the_error_list_has_every_bad_row_however_many_there_are() throws Exception {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 0; row < 10_500; row++) {
            csv.append("2021,ICE,P,CO,ten,2021-01-05,0,SOFTWARE,X,MORE,\n");
        }

        String ended = ended(upload("bad.csv", csv.toString()), "Finished");

        assertThat(body(ended)).contains("The first 100 of 10,500. The error list has them all.");
        assertThat(body(ended + "/errors.csv").lines()).hasSize(10_501);
    }

    @Test
    void a_file_of_more_than_25_megabytes_is_refused() {
        assertThat(upload("large.csv", new byte[25 * 1024 * 1024 + 1]))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("larger than 25 MB");
    }

    @Test
    void only_sales_imports() {
        assertThat(mvc.post()
                        .uri("/contracts/import")
                        .multipart()
                        .file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[] {1}))
                        .with(People.signedInAs("august.lund"))
                        .with(csrf()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/contracts/import").with(People.signedInAs("erin.walsh")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void the_template_can_be_downloaded() {
        assertThat(mvc.get().uri("/contracts/import/template.xlsx").with(People.signedInAs("sofia.marin")))
                .hasStatusOk();
    }

    private MvcTestResult upload(String name, String content) {
        return upload(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult upload(String name, byte[] content) {
        return mvc.post()
                .uri("/contracts/import")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .with(People.signedInAs("sofia.marin"))
                .with(csrf())
                .exchange();
    }

    private String finished(MvcTestResult uploaded) {
        return ended(uploaded, "Finished");
    }

    private String ended(MvcTestResult uploaded, String state) {
        String path = String.valueOf(uploaded.getResponse().getRedirectedUrl());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> body(path)
                .contains("<span role=\"status\">" + state));
        return path;
    }

    private String body(String path) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(path).with(People.signedInAs("sofia.marin")).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
