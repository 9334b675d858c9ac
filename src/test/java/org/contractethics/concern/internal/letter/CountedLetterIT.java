package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.internal.letter.BlindClient.hex;
import static org.contractethics.concern.internal.letter.OpenLetters.ERIN;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Letters that are only counted: verified, once for each employee, and nothing leads from one to the other (S41, bad input 20). */
@IntegrationTest
class CountedLetterIT {

    private final OpeningLetters opening;
    private final SigningLetters signing;
    private final IssuingTokens issuing;
    private final RedeemingTokens redeeming;
    private final ReadingLetters reading;
    private final CountingSignatures count;
    private final JdbcClient database;
    private final MockMvcTester mvc;
    private ConcernId letter;
    private ConcernId other;

    @Autowired
    CountedLetterIT(
            OpeningLetters opening,
            SigningLetters signing,
            IssuingTokens issuing,
            RedeemingTokens redeeming,
            ReadingLetters reading,
            CountingSignatures count,
            JdbcClient database,
            MockMvcTester mvc) {
        this.opening = opening;
        this.signing = signing;
        this.issuing = issuing;
        this.redeeming = redeeming;
        this.reading = reading;
        this.count = count;
        this.database = database;
        this.mvc = mvc;
        this.letter = new ConcernId(new java.util.UUID(0, 0));
        this.other = letter;
    }

    @BeforeEach
    void two_letters() {
        OpenLetter one = aLetter(SigningMode.COUNT_ONLY, "");
        OpenLetter two = aLetter(SigningMode.COUNT_ONLY, "");
        opening.open(one, NOAH);
        opening.open(two, NOAH);
        letter = one.id();
        other = two.id();
    }

    @Test
    void a_token_counts_once_and_only_where_it_was_made_for() {
        Token token = token(letter, ERIN);
        Token ofOther = token(other, ERIN);

        assertThat(handIn(letter, ofOther)).hasStatus(422);
        assertThat(handIn(letter, changed(token))).hasStatus(422);
        assertThat(handIn(letter, new Token(token.message(), ofOther.signature())))
                .hasStatus(422);
        assertThat(handIn(letter, token)).hasStatus(204);
        assertThat(handIn(letter, token)).hasStatus(409);
        assertThat(count.now(letter, 1)).isEqualTo(1);

        assertThat(post(letter, "/withdrawals", token, false)).hasStatus(204);
        assertThat(post(letter, "/withdrawals", token, false)).hasStatus(409);
        assertThat(count.now(letter, 1)).isZero();
        assertThat(handIn(letter, token)).hasStatus(204);

        opening.rewrite(letter, new Wording("Another text.", "End it."), NOAH);
        assertThat(handIn(letter, token)).hasStatus(422);
        assertThat(count.now(letter, 2)).isZero();
    }

    @Test
    void what_would_say_whose_a_token_is_is_refused_as_is_what_is_none() {
        Token token = token(letter, ERIN);

        assertThat(post(letter, "", token, true)).hasStatus(400);
        assertThat(mvc.post()
                        .uri("/api/letters/" + letter + "/tokens")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"message\":\"zz\"}")
                        .exchange())
                .hasStatus(422);
        refused(() -> signing.sign(letter, 1, true, ERIN), Refused.Kind.INVALID);
        assertThat(count.now(letter, 1)).isZero();
    }

    @Test
    void nobody_gets_two_tokens_and_a_lost_answer_is_given_again() {
        byte[] message = BlindClient.messageFor(letter, 1);
        List<byte[]> asked = new ArrayList<>();
        BlindClient client =
                new BlindClient(reading.issuingKey(reading.find(letter)).orElseThrow());
        Token token = client.token(message, blinded -> {
            asked.add(blinded);
            byte[] lost = issuing.sign(letter, 1, blinded, ERIN);
            assertThat(issuing.sign(letter, 1, blinded, ERIN)).isEqualTo(lost);
            return lost;
        });

        redeeming.redeem(letter, token);
        refused(() -> token(letter, ERIN), Refused.Kind.CONFLICT);
        refused(() -> issuing.sign(letter, 1, new byte[] {1}, employee(1)), Refused.Kind.INVALID);
        refused(() -> issuing.sign(letter, 2, asked.get(0), employee(1)), Refused.Kind.CONFLICT);
        assertThatThrownBy(() -> insertToken(letter)).hasStackTraceContaining("no more signatures than were issued");
    }

    @Test
    void issue_log_and_signatures_have_nothing_in_common_not_even_their_order() {
        List<String> issued = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Token token = token(letter, employee(i));
            issued.add(hex(token.hash()));
            redeeming.redeem(letter, token);
        }

        List<String> stored = database.sql(
                        "select encode(token, 'hex') from concern.letter_token where letter = :id order by ctid")
                .param("id", letter.value())
                .query(String.class)
                .list();
        assertThat(stored).containsExactlyElementsOf(issued.stream().sorted().toList());
        assertThat(columns("letter_issue"))
                .as("what the issue log knows: who and on which day, and a hash of blinded bytes")
                .containsExactly("blinded bytea", "issued_on date", "letter uuid", "username text", "version integer");
        assertThat(columns("letter_token"))
                .as("what a signature knows: its own hash and a day, and nobody")
                .containsExactly("letter uuid", "signed_on date", "token bytea", "version integer");
        assertThat(database.sql("select count(distinct xmin::text) from concern.letter_token where letter = :id")
                        .param("id", letter.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> columns(String table) {
        return database.sql(
                        """
                        select column_name || ' ' || data_type from information_schema.columns
                        where table_schema = 'concern' and table_name = :table order by column_name""")
                .param("table", table)
                .query(String.class)
                .list();
    }

    private Token token(ConcernId of, Actor employee) {
        BlindClient client =
                new BlindClient(reading.issuingKey(reading.find(of)).orElseThrow());
        return client.token(BlindClient.messageFor(of, 1), blinded -> issuing.sign(of, 1, blinded, employee));
    }

    private MvcTestResult handIn(ConcernId to, Token token) {
        return post(to, "", token, false);
    }

    private MvcTestResult post(ConcernId to, String path, Token token, boolean withCookie) {
        var request = mvc.post()
                .uri("/api/letters/" + to + "/tokens" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"message\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(hex(token.message()), hex(token.signature())));
        return withCookie ? request.cookie(new Cookie("SESSION", "whoever")).exchange() : request.exchange();
    }

    private void insertToken(ConcernId to) {
        byte[] made = new byte[32];
        new SecureRandom().nextBytes(made);
        database.sql("insert into concern.letter_token (letter, version, token) values (:id, 1, :token)")
                .param("id", to.value())
                .param("token", made)
                .update();
    }

    private static Token changed(Token token) {
        byte[] message = token.message().clone();
        message[message.length - 1] ^= 1;
        return new Token(message, token.signature());
    }

    private static void refused(Runnable act, Refused.Kind kind) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
