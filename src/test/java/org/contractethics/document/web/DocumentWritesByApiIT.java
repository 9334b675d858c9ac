package org.contractethics.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Passwords of files, reading once more, and what an incorporated document is, by calls of the API. */
@IntegrationTest
class DocumentWritesByApiIT {

    private static final String TOM = "tom.lindqvist";

    private final ApiCalls api;
    private final Documents documents;
    private final JdbcClient database;
    private final DocumentStories stories;
    private ContractId contract;

    @Autowired
    DocumentWritesByApiIT(
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.documents = documents;
        this.database = database;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.contract = stories.aContract();
    }

    @BeforeEach
    void aContractOfItsOwn() {
        contract = stories.aContract();
    }

    @Test
    void a_protected_file_is_read_with_its_password_which_is_kept_nowhere() {
        String secret = "heron-" + UUID.randomUUID();
        DocumentVersion version = added("locked.docx", DocumentFixtures.protectedDocx(secret));
        assertThat(version.status()).isEqualTo(ExtractionStatus.FAILED);
        int before = kept();

        assertThat(password(TOM, version, "").status()).isEqualTo(422);
        assertThat(password("dana.whitfield", version, secret).status()).isEqualTo(403);
        assertThat(password("sofia.marin", version, secret).status()).isIn(403, 404);
        assertThat(password(TOM, version, "wrong").status()).isEqualTo(204);
        assertThat(stories.read(version.id()).failure()).contains("The password did not open the file");
        Answer right = password(TOM, version, secret);

        assertThat(right.status()).as(right.toString()).isEqualTo(204);
        assertThat(stories.read(version.id()).status()).isEqualTo(ExtractionStatus.READ);
        assertThat(documents.clauses(version.id())).isNotEmpty();
        assertThat(password(TOM, version, secret).status()).as("once read").isEqualTo(409);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_text_that_could_not_be_read_is_read_once_more_and_one_that_was_is_left_alone() {
        DocumentVersion failed = added("locked.docx", DocumentFixtures.protectedDocx("heron"));
        DocumentVersion read = added("contract.docx", DocumentFixtures.aContract());

        assertThat(again("dana.whitfield", failed).status()).isEqualTo(403);
        assertThat(again(TOM, failed).status()).isEqualTo(204);
        assertThat(again(TOM, read).status()).isEqualTo(204);

        assertThat(stories.read(failed.id()).status()).isEqualTo(ExtractionStatus.FAILED);
        assertThat(documents.find(read.id()).orElseThrow().status()).isEqualTo(ExtractionStatus.READ);
        Answer none =
                api.post(TOM, "/api/contracts/" + contract + "/documents/" + UUID.randomUUID() + "/reading", null);
        assertThat(none.status()).isEqualTo(404);
    }

    @Test
    void an_incorporated_document_is_linked_on_what_was_seen_and_the_link_taken_back() {
        added(
                "agreement.docx",
                DocumentFixtures.docx("1. Use. The Agency uses the Services subject to the Acceptable Use Policy"
                        + " available at https://example.com/aup."));
        DocumentVersion rules = added("rules.docx", DocumentFixtures.docx("Nobody may use the Services for weapons."));
        String key = named().path("key").asString();
        Map<String, String> link =
                Map.of("key", key, "document", rules.document().toString());

        assertThat(api.post(TOM, links(), link).status()).isEqualTo(428);
        assertThat(api.change("dana.whitfield", list(), links(), link).status()).isEqualTo(403);
        String seen = api.get(TOM, list()).tag();
        Answer linked = api.post(TOM, links(), link, "If-Match", seen);
        assertThat(linked.status()).as(linked.toString()).isEqualTo(200);
        assertThat(linked.tag()).isEqualTo(api.get(TOM, list()).tag());
        assertThat(named().at("/readAs/title").asString()).isEqualTo("rules");
        assertThat(api.post(TOM, links(), link, "If-Match", seen).status()).isEqualTo(412);

        assertThat(api.change(TOM, list(), links(), Map.of("key", key)).status())
                .isEqualTo(200);
        assertThat(named().path("readAs").isNull()).isTrue();
        assertThat(api.change(TOM, list(), links(), Map.of("key", "no such document"))
                        .status())
                .isEqualTo(404);
        assertThat(api.change(
                                TOM,
                                list(),
                                links(),
                                Map.of("key", key, "document", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(422);
    }

    private Answer password(String person, DocumentVersion version, String password) {
        return api.post(person, path(version) + "/password", Map.of("password", password));
    }

    private Answer again(String person, DocumentVersion version) {
        return api.post(person, path(version) + "/reading", null);
    }

    private JsonNode named() {
        JsonNode documents = api.get(TOM, list()).body().path("documents");
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private DocumentVersion added(String name, byte[] content) {
        return stories.read(stories.added(contract, name, content).id());
    }

    private String path(DocumentVersion version) {
        return "/api/contracts/" + contract + "/documents/" + version.id();
    }

    private String list() {
        return "/api/contracts/" + contract + "/incorporated-documents";
    }

    private String links() {
        return list() + "/links";
    }

    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username = :tom")
                .param("tom", TOM)
                .query(Integer.class)
                .single();
    }
}
