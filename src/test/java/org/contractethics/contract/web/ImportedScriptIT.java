package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.internal.imports.TemplateFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Award files come from outside: script in them is shown as the text it is, on every page that shows it. */
@IntegrationTest
class ImportedScriptIT {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String FILE_NAME = "<img src=x onerror=alert(2)>";
    private static final Pattern CASE = Pattern.compile("href=\"(/contracts/[0-9a-f-]{36})\"");

    private final String word =
            "W" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10);
    private final MockMvcTester mvc;

    @Autowired
    ImportedScriptIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void of_a_federal_file() throws Exception {
        String csv =
                """
                Fiscal Year,Agency,Award ID,Recipient Name,Federal Action Obligation,Action Date,Modification,\
                Product/Service Description,NAICS Description,Transaction Description,Generated Award ID
                2021,ICE,%2$s,%1$s CO,10,2021-01-05,0,%1$s,%1$s,%1$s %2$s,
                2021,ICE,%2$s,%1$s CO,%1$s,2021-01-05,1,X,X,Y,
                """
                        .formatted(SCRIPT, word);

        shownAsText(imported(".csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void of_an_open_contracting_release() throws Exception {
        String json =
                """
                {"releases":[{"ocid":"%2$s","id":"1","date":"2018-01-02T10:00:00Z","tag":["contract"],
                  "buyer":{"name":"Border Force &lt;script&gt; %1$s"},
                  "tender":{"title":"&lt;b&gt; %1$s %2$s","description":"&lt;script&gt; %1$s"},
                  "awards":[{"id":"a1","title":"%1$s","value":{"amount":10,"currency":"GBP"},"suppliers":[{"name":"%1$s Ltd"}]}]}]}
                """
                        .formatted(SCRIPT, word);

        shownAsText(imported(".json", json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void of_our_own_spreadsheet() throws Exception {
        shownAsText(imported(".xlsx", TemplateFixtures.titled(SCRIPT + " " + word, word)));
    }

    private void shownAsText(String progress) throws Exception {
        String register = body("dana.whitfield", "/contracts?q=" + word);
        Matcher found = CASE.matcher(register);
        assertThat(found.find()).as("the imported contract is in the register").isTrue();
        assertThat(register).contains("&lt;script&gt;");
        for (String page : List.of(found.group(1), "/inbox", "/audit", "/search?q=" + word)) {
            body("dana.whitfield", page);
        }
        assertThat(body("sofia.marin", progress)).contains("&lt;img src=x");
        assertThat(body("sofia.marin", "/contracts/import")).contains("&lt;img src=x");
        String record = body("august.lund", "/audit");
        Matcher entry = Pattern.compile("href=\"(/audit/\\d+)\"").matcher(record);
        assertThat(entry.find()).isTrue();
        body("august.lund", entry.group(1));
    }

    private String imported(String suffix, byte[] content) {
        MvcTestResult uploaded = mvc.post()
                .uri("/contracts/import")
                .multipart()
                .file(new MockMultipartFile("file", FILE_NAME + suffix, "text/csv", content))
                .with(People.signedInAs("sofia.marin"))
                .with(csrf())
                .exchange();
        String progress = String.valueOf(uploaded.getResponse().getRedirectedUrl());
        Awaitility.await().until(() -> body("sofia.marin", progress).contains("Finished"));
        return progress;
    }

    /** The page; whatever it is, no script and no image of the file is in it. */
    private String body(String person, String path) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(path).with(People.signedInAs(person)).exchange();
        assertThat(answer.getResponse().getStatus()).as(path).isIn(200, 403, 503);
        String body = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).as(path).doesNotContain("<script>alert", "<img src=x");
        return body;
    }
}
