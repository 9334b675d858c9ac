package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A clause that a concern names is looked up in the documents; nobody is told of it who may not read these, and nothing is refused for it. */
@IntegrationTest
class ClauseOfConcernIT {

    private static final String NOT_FOUND = "have no clause with this number or these words";

    private final ConcernHands hands;
    private final DocumentStories stories;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String word = "Heading" + UUID.randomUUID().toString().replace("-", "");

    ClauseOfConcernIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Uploading uploading,
            @Autowired Documents documents,
            @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.jdbc = jdbc;
    }

    @Test
    void those_who_handle_it_reach_the_clause_in_the_viewer_as_it_was_when_the_concern_was_filed() {
        ContractId contract = stories.aContract();
        DocumentVersion agreement = read(contract, "agreement.docx");

        file(contract, "clause 2");
        read(contract, agreement, "agreement.docx");

        Matcher link = Pattern.compile("href=\"(/contracts/" + contract + "/documents/" + agreement.id()
                        + "\\?clause=\\d+)#(clause-\\d+)\">agreement, version 1, clause 2")
                .matcher(body(hands.get("/concerns/" + id, "olga.petrova")));
        assertThat(link.find()).isTrue();
        assertThat(body(hands.get(link.group(1), "olga.petrova"))).contains("id=\"" + link.group(2) + "\"", word);
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh")))
                .doesNotContain(agreement.id().toString());
    }

    @Test
    void a_clause_that_the_documents_do_not_have_is_taken_as_it_was_typed_and_those_who_handle_it_are_told() {
        ContractId contract = stories.aContract();
        read(contract, "agreement.docx");

        file(contract, "clause 88");

        assertThat(body(hands.get("/concerns/" + id, "olga.petrova")))
                .contains("The clause it names", "had no clause with this number", "Clause: clause 88")
                .doesNotContain("#clause-");
    }

    @Test
    void whoever_may_not_read_the_documents_reads_the_same_whether_they_have_the_clause_or_not() {
        ContractId contract = stories.aContract();
        read(contract, "agreement.docx");

        String there = check("erin.walsh", contract, word);
        String absent = check("erin.walsh", contract, "No such " + word);

        assertThat(there)
                .contains("You may not read these, so it is not told here.")
                .doesNotContain(NOT_FOUND);
        assertThat(absent.replace("No such " + word, word)).isEqualTo(there);
    }

    @Test
    void whoever_may_read_them_is_told_before_sending_and_is_not_refused() {
        ContractId contract = stories.aContract();
        DocumentVersion agreement = read(contract, "agreement.docx");

        assertThat(check("dana.whitfield", contract, word)).contains("It stands here:", agreement.id() + "?clause=");
        assertThat(check("dana.whitfield", contract, "No such " + word)).contains(NOT_FOUND, "File the concern");
        assertThat(body(hands.post(
                        "/concerns/new/check", "dana.whitfield", form(id, Map.of("clause", "7.2", "topic", "TERMS")))))
                .contains("It is not looked up, because no contract is chosen.");
    }

    @Test
    void where_it_stands_is_sealed_and_a_row_tells_nobody_whether_a_clause_was_named() throws SQLException {
        ContractId contract = stories.aContract();
        DocumentVersion agreement = read(contract, "agreement.docx");
        String other = UUID.randomUUID().toString();

        file(contract, word);
        sent(hands.post("/concerns", "erin.walsh", form(other, Map.of("contract", contract.toString()))));

        List<byte[]> rows = jdbc.sql("select places from concern.named_clause where concern in (:a::uuid, :b::uuid)")
                .param("a", id)
                .param("b", other)
                .query(byte[].class)
                .list();
        assertThat(rows).hasSize(2).allMatch(bytes -> bytes.length == 1072);
        assertThat(new CanaryScan(agreement.id().toString()).tables()).noneMatch(table -> table.startsWith("concern."));
        assertThat(body(hands.get("/concerns/" + other, "olga.petrova"))).doesNotContain("The clause it names");
    }

    private String check(String filer, ContractId contract, String clause) {
        return body(hands.post(
                        "/concerns/new/check",
                        filer,
                        form(id, Map.of("contract", contract.toString(), "clause", clause))))
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"|content=\"[A-Za-z0-9_=-]{40,}\"", "TOKEN");
    }

    private void file(ContractId contract, String clause) {
        sent(hands.post(
                "/concerns", "erin.walsh", form(id, Map.of("contract", contract.toString(), "clause", clause))));
    }

    private DocumentVersion read(ContractId contract, String name) {
        return stories.read(stories.added(contract, name, agreement("")).id());
    }

    private void read(ContractId contract, DocumentVersion before, String name) {
        stories.read(stories.added(contract, before.document(), name, agreement("1. Preamble. New words come first."))
                .id());
    }

    private byte[] agreement(String before) {
        return before.isEmpty()
                ? DocumentFixtures.docx("1. Definitions. “Log” means a list.", "2. " + word + ". The Agency may audit.")
                : DocumentFixtures.docx(before, "2. Other. Nothing.", "3. " + word + ". The Agency may audit.");
    }
}
