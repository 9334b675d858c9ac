package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S26 for filers who are signed in: they alone withdraw, and they alone get the proof that they filed. */
@IntegrationTest
class OwnConcernIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final List<String> OTHERS = List.of("noah.kim", OLGA, "george.tan", "sofia.marin");

    private final ConcernHands hands;
    private final OpeningLetters opening;
    private final List<RecurringWork> recurring;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String text = "They sort children by risk " + id;

    OwnConcernIT(
            @Autowired MockMvcTester mvc,
            @Autowired OpeningLetters opening,
            @Autowired List<RecurringWork> recurring,
            @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.opening = opening;
        this.recurring = recurring;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CONFIDENTIAL"})
    void only_the_filer_withdraws_and_nothing_is_left_to_read(String mode) {
        file(mode);
        assertThat(body(hands.get(path(""), ERIN))).contains("Withdraw it", "Save the receipt");
        assertThat(body(hands.get(path(""), OLGA))).doesNotContain("Withdraw it", "Save the receipt");
        for (String other : OTHERS) {
            assertThat(hands.get(path("/withdraw"), other).getResponse().getStatus())
                    .isIn(403, 404);
            assertThat(hands.post(path("/withdraw"), other, Map.of())
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404);
        }
        assertThat(keys()).isPositive();
        assertThat(body(hands.get(path("/withdraw"), ERIN))).contains("for good?", "legal hold");

        sent(hands.post(path("/withdraw"), ERIN, Map.of()));

        assertThat(keys()).isZero();
        assertThat(body(hands.get(path(""), ERIN))).contains("Withdrawn").doesNotContain(text, "Withdraw it");
        assertThat(hands.everyPageOfFiled(ERIN)).contains("Withdrawn");
        assertThat(body(hands.get(path(""), OLGA))).contains("Withdrawn").doesNotContain(text);
        assertThat(hands.post(path("/withdraw"), ERIN, Map.of())).hasStatus(409);
        assertThat(hands.get(path("/withdraw"), ERIN)).hasStatus(409);
        assertThat(hands.get(path("/receipt"), ERIN)).hasStatus(404);
        assertThat(hands.post(path("/messages"), ERIN, Map.of("message", "More")))
                .hasStatus(409);
    }

    @Test
    void what_was_answered_is_withdrawn_like_any_other_and_the_page_says_that_it_had_been_answered() {
        file("OPEN");
        hands.acknowledgeAndAsk(id, OLGA);
        hands.close(id, OLGA);
        assertThat(body(hands.get(path(""), ERIN))).contains("Withdraw it", "the answer with it");

        sent(hands.post(path("/withdraw"), ERIN, Map.of()));

        assertThat(keys()).isZero();
        for (String person : List.of(ERIN, OLGA)) {
            assertThat(body(hands.get(path(""), person)))
                    .contains("Withdrawn", "It had been answered on")
                    .doesNotContain(text);
        }
    }

    @Test
    void what_a_legal_hold_keeps_is_hidden_at_once_and_destroyed_when_the_hold_ends() {
        file("CONFIDENTIAL");
        sent(hands.post(path("/legal-hold"), OLGA, Map.of("hold-reason", "A labour court asked for it on 3 January.")));

        sent(hands.post(path("/withdraw"), ERIN, Map.of()));

        assertThat(keys()).as("kept for the court").isPositive();
        assertThat(body(hands.get(path(""), OLGA)))
                .contains("when the hold ends")
                .doesNotContain(text);
        assertThat(hands.get(path("/receipt"), ERIN))
                .as("nothing of it is read")
                .hasStatus(404);
        sent(hands.post(path("/legal-hold/lift"), "george.tan", Map.of()));
        recurring.forEach(RecurringWork::run);
        assertThat(keys()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CONFIDENTIAL"})
    void only_the_filer_gets_the_receipt_whose_hash_is_kept_for_the_record(String mode) throws Exception {
        file(mode);

        byte[] receipt = hands.get(path("/receipt"), ERIN).getResponse().getContentAsByteArray();

        assertThat(Sha256.hex(receipt)).isEqualTo(commitment());
        assertThat(new String(receipt, StandardCharsets.UTF_8))
                .contains(id, Sha256.hex(text.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("erin", text);
        for (String other : OTHERS) {
            assertThat(hands.get(path("/receipt"), other).getResponse().getStatus())
                    .isIn(403, 404);
        }
    }

    @Test
    void the_author_of_a_letter_does_not_withdraw_what_others_signed() {
        OpenLetter letter = aLetter(SigningMode.NAMED, "");
        opening.open(letter, NOAH);

        assertThat(hands.post("/concerns/" + letter.id() + "/withdraw", "noah.kim", Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("belongs to everybody who signed it");
    }

    private void file(String mode) {
        sent(hands.post("/concerns", ERIN, form(id, Map.of("mode", mode, "text", text))));
    }

    private String path(String act) {
        return "/concerns/" + id + act;
    }

    private String commitment() {
        return jdbc.sql("select commitment from concern.proof_of_filing where concern = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private int keys() {
        return jdbc.sql("select count(*) from concern.concern_key where concern = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
