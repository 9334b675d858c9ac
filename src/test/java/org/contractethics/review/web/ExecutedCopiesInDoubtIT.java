package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.web.CopiesAtGate.id;
import static org.contractethics.review.web.CopiesAtGate.refused;
import static org.contractethics.review.web.CopiesAtGate.stated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Executed copies that need a second step: several of one document, of one that was put back, and what could not be read at once. */
@IntegrationTest
class ExecutedCopiesInDoubtIT {

    private static final String FIRST =
            "1. Data processing. The Contractor shall process Agency data in the government region only.";
    private static final String SECOND =
            "2. Permitted use. The Agency may use the Record Matching Service to handle applications.";
    private static final String STOPPED = "The reading was stopped.";
    private static final String SIGNATURE = "Signed for the Agency: Jane Doe, 3 March 2027";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final CopiesAtGate gate;
    private final ContractRegister contracts;
    private final JdbcClient database;
    private final ApiCalls api;

    @Autowired
    ExecutedCopiesInDoubtIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.database = database;
        this.api = new ApiCalls(settings);
        this.gate = new CopiesAtGate(mvc, begun, api);
    }

    @Test
    void a_first_print_takes_nothing_from_the_signed_copy_whose_words_have_to_be_read() throws Exception {
        Begun review = gate.reached();
        ReviewHands hands = review.hands();
        String form = CopiesAtGate.form(review);
        String print =
                id(gate.brought(review, "print.docx", DocumentFixtures.docx(FIRST, SECOND, "Printed for signature")));
        String signed = id(gate.brought(review, "signed.docx", DocumentFixtures.docx(FIRST, SECOND, SIGNATURE)));

        JsonNode told = gate.copies(review);
        assertThat(told.path("likeness").asString()).isEqualTo("SAME_CLAUSES");
        assertThat(told.path("missing").isEmpty()).isTrue();
        assertThat(gate.read(review, "signed.docx").path("additions").toString())
                .contains("Jane Doe");
        assertThat(hands.page("leo.brandt", form))
                .contains(
                        "signed.docx: I read these words above",
                        "signed.docx: the same clauses as decided on",
                        "Jane Doe");
        assertThat(hands.post("leo.brandt", form, stated(List.of(print, signed))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("“signed.docx” holds what another chosen copy holds already");

        Map<String, Object> chosen = stated(List.of(signed));
        for (String read : List.of("yes", print)) {
            chosen.put("additions-read", read);
            assertThat(hands.post("leo.brandt", form, chosen))
                    .as("nobody read the words of the copy that was signed")
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Read what was filled in and added by signing in “signed.docx”");
        }
        chosen.put("additions-read", signed);
        hands.send(review.review(), "signature-gate", "leo.brandt", chosen);
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.SIGNED);
    }

    @Test
    void beside_the_approved_file_itself_the_signed_copy_is_confirmed_by_programs_too() throws Exception {
        Begun review = gate.reached();
        review.hands().executed(review.review(), "leo.brandt");
        JsonNode signed = gate.brought(review, "signed.docx", DocumentFixtures.docx(FIRST, SECOND, SIGNATURE));
        assertThat(signed.path("likeness").asString()).isEqualTo("SAME_CLAUSES");
        assertThat(signed.path("additions").toString()).contains("Jane Doe");

        refused(gate.signing(review, signed), 422, "Read what was filled in and added by signing in “signed.docx”");
        Map<String, Object> body = new HashMap<>(ExecutedByApi.signed(List.of(id(signed))));
        body.put("additionsRead", true);
        Answer answer = gate.signing(review, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("result").asString()).isEqualTo("SIGNED");
    }

    @Test
    void a_document_that_was_put_back_to_an_earlier_file_can_be_signed() throws Exception {
        Begun review = gate.reached(begun.putBack(mvc));
        review.hands().executed(review.review(), "leo.brandt");
        JsonNode brought = gate.copies(review);
        assertThat(brought.path("likeness").asString()).isEqualTo("IDENTICAL");
        assertThat(brought.path("missing").isEmpty()).isTrue();

        Answer answer = gate.signing(review, brought.path("copies").get(0));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.SIGNED);
    }

    @Test
    void whoever_works_on_the_gate_gives_the_password_of_a_locked_copy() throws Exception {
        Begun review = gate.reached();
        JsonNode locked = gate.brought(review, "locked.docx", DocumentFixtures.protectedDocx("heron"));
        assertThat(locked.path("likeness").asString()).isEqualTo("UNREADABLE");
        String viewer = "/contracts/" + review.contract() + "/documents/" + id(locked);
        refused(gate.signing(review, locked), 422, "there its password can be given");

        assertThat(review.hands().page("leo.brandt", viewer))
                .contains("name=\"document-password\"")
                .doesNotContain("Upload a new version");
        assertThat(review.hands().page("tom.lindqvist", viewer)).doesNotContain("Upload a new version");
        assertThat(review.hands().page("priya.raman", viewer)).doesNotContain("name=\"document-password\"");
        refused(password(review, "priya.raman", locked), 403, "Only whoever works on the signature gate");

        Answer given = password(review, "leo.brandt", locked);
        assertThat(given.status()).as(given.toString()).isEqualTo(204);
        assertThat(gate.read(review, "locked.docx").path("likeness").asString()).isEqualTo("SAME_CLAUSES");
        assertThat(gate.signing(review, locked).status()).isEqualTo(200);
        assertThat(password(review, "leo.brandt", locked).status())
                .as("nobody works on the gate any more")
                .isEqualTo(403);
    }

    private Answer password(Begun review, String person, JsonNode copy) {
        return api.post(
                person,
                "/api/contracts/" + review.contract() + "/documents/" + id(copy) + "/password",
                Map.of("password", "heron"));
    }

    @Test
    void a_copy_whose_reading_was_stopped_is_read_again_at_the_gate_or_when_it_is_brought_again() throws Exception {
        Begun review = gate.reached();
        byte[] file = DocumentFixtures.protectedDocx("heron");
        JsonNode copy = gate.brought(review, "signed.docx", file);
        String viewer = "/contracts/" + review.contract() + "/documents/" + id(copy);

        stop(copy);
        assertThat(gate.read(review, "signed.docx").path("differences").toString())
                .contains(STOPPED);
        assertThat(gate.brought(review, "signed.docx", file).path("differences").toString())
                .as("read again")
                .doesNotContain(STOPPED);
        stop(copy);
        assertThat(review.hands().page("leo.brandt", viewer)).contains("Try again");
        refused(api.post("priya.raman", "/api" + viewer + "/reading", null), 403, "Only whoever works");
        assertThat(review.hands().post("leo.brandt", viewer + "/reading", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(gate.read(review, "signed.docx").path("differences").toString())
                .doesNotContain(STOPPED);
    }

    private void stop(JsonNode copy) {
        database.sql("update document.document_version set failure_reason = 'reader stopped', failure = :words"
                        + " where id = cast(:id as uuid)")
                .param("words", STOPPED)
                .param("id", id(copy))
                .update();
    }
}
