package org.contractethics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S24, for contract documents: a search finds what was struck out as such only, and nobody who changed a text. */
@IntegrationTest
class WordsNotInForceIT {

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final Uploading uploading;

    WordsNotInForceIT(
            @Autowired MockMvcTester mvc, @Autowired RegisteringContracts registering, @Autowired Uploading uploading) {
        this.mvc = mvc;
        this.registering = registering;
        this.uploading = uploading;
    }

    @Test
    void a_struck_out_word_is_found_as_such_only_and_who_changed_a_text_by_no_search() {
        String said = word();
        String struckOut = word();
        String author = word();
        byte[] file = DocumentFixtures.wordXml(
                """
                <w:p><w:r><w:t xml:space='preserve'>The agency keeps %1$s. </w:t></w:r>
                <w:del w:author='%3$s'><w:r><w:delText>%2$s</w:delText></w:r></w:del>
                <w:ins w:author='%3$s'><w:r><w:t>Added.</w:t></w:r></w:ins></w:p>"""
                        .formatted(said, struckOut, author),
                Map.of());
        var contract = registering
                .register(RegisteredContracts.aDraft("Search " + word()), "FORM", RegisteredContracts.SOFIA)
                .id();
        uploading.add(
                new Upload(contract, null, "Agreement", "agreement.docx", new ByteArrayResource(file)),
                RegisteredContracts.SOFIA);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(search(said)).bodyText().contains("1 clause found"));

        assertThat(search(said)).bodyText().doesNotContain(struckOut, author);
        assertThat(search(struckOut))
                .bodyText()
                .contains("<span>tracked deletions</span>")
                .doesNotContain(said);
        assertThat(search(author)).hasStatusOk().bodyText().doesNotContain("1 clause found", "<mark>");
    }

    private MvcTestResult search(String words) {
        return mvc.get()
                .uri("/search?q={q}", words)
                .with(People.signedInAs("sofia.marin"))
                .exchange();
    }

    /** A word no other test uses, which stemming leaves alone. */
    private static String word() {
        return "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "x";
    }
}
