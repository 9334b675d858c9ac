package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.internal.letter.OpenLetters.ERIN;
import static org.contractethics.concern.internal.letter.OpenLetters.GEORGE;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.OLGA;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.TableOwner;
import org.contractethics.concern.internal.retention.PurgingConcerns;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who signed a letter is destroyed when its answer stands, and the letter is purged as every concern is (S25). */
@IntegrationTest
class LetterRetentionIT {

    private static final Map<String, String> ANSWER =
            Map.of("cause", "OTHER", "considered", "x", "decision", "x", "article", "x", "effect", "x", "appeal", "x");
    private static final String REASON = "The court in the proceeding 4711 asks for it.";

    private final OpeningLetters opening;
    private final SigningLetters signing;
    private final InvalidatingSignatures invalidating;
    private final ReadingSignatures names;
    private final ReadingLetters reading;
    private final CountingSignatures count;
    private final DestroyingNames destroying;
    private final PurgingConcerns purging;
    private final ConcernHands hands;
    private final JdbcClient database;

    @Autowired
    LetterRetentionIT(
            OpeningLetters opening,
            SigningLetters signing,
            InvalidatingSignatures invalidating,
            ReadingSignatures names,
            ReadingLetters reading,
            CountingSignatures count,
            DestroyingNames destroying,
            PurgingConcerns purging,
            MockMvcTester mvc,
            JdbcClient database) {
        this.opening = opening;
        this.signing = signing;
        this.invalidating = invalidating;
        this.names = names;
        this.reading = reading;
        this.count = count;
        this.destroying = destroying;
        this.purging = purging;
        this.hands = new ConcernHands(mvc);
        this.database = database;
    }

    @Test
    void sealed_names_go_when_the_answer_stands_and_the_whole_letter_in_its_time() {
        ConcernId id = opened(SigningMode.CUSTODIAN_ONLY);
        for (int number = 1; number <= 6; number++) {
            signing.sign(id, 1, true, employee(number));
        }
        LetterDays.over(id);
        var first = names.names(reading.find(id), OLGA).names().get(0);
        invalidating.invalidate(id, first.id(), "They were on leave, and never saw the letter.", OLGA);
        answered(id);
        answeredDaysAgo(id, 60);
        destroying.run();
        assertThat(names.names(reading.find(id), OLGA).names())
                .as("an appeal is still in time")
                .hasSize(5);
        assertThatThrownBy(() -> destroyInDatabase(id)).hasStackTraceContaining("until its answer stands");
        answeredDaysAgo(id, 61);
        String hold = "/concerns/" + id + "/legal-hold";
        ConcernHands.sent(hands.post(hold, OLGA.username(), Map.of("hold-reason", REASON)));
        destroying.run();
        assertThat(sealedNames(id)).as("a legal hold keeps them").isEqualTo(6);
        assertThatThrownBy(() -> destroyInDatabase(id)).hasStackTraceContaining("a legal hold keeps this concern");
        ConcernHands.sent(hands.post(hold + "/lift", GEORGE.username(), Map.of()));
        assertThatThrownBy(() -> update(
                        "update concern.letter_signature set sealed = null, forgotten = true where letter = :id", id))
                .hasStackTraceContaining("permission denied");

        destroying.run();

        assertThat(sealedNames(id)).isZero();
        assertThat(names.names(reading.find(id), OLGA).names()).isEmpty();
        assertThat(count.now(id, 1)).as("the number stays").isEqualTo(5);
        assertThat(ConcernHands.body(hands.get("/letters/" + id, ERIN.username())))
                .contains("Sealed names were destroyed on", "At least 5 people");
        assertThat(entries(id, "letter-names-destroyed")).isOne();
        destroying.run();
        assertThat(entries(id, "letter-names-destroyed")).as("once").isOne();
        isPurgedInItsTime(id);
    }

    @Test
    void the_log_of_tokens_goes_and_names_that_everybody_reads_stay_until_the_purge() {
        ConcernId counted = opened(SigningMode.COUNT_ONLY);
        update(
                "insert into concern.letter_issue (letter, version, username, blinded)"
                        + " values (:id, 1, 'erin.walsh', decode(repeat('00', 32), 'hex'))",
                counted);
        ConcernId named = opened(SigningMode.NAMED);
        signing.sign(named, 1, true, ERIN);
        LetterDays.over(named);
        answered(counted);
        answered(named);
        ConcernHands.sent(hands.post(
                "/concerns/" + counted + "/appeal", NOAH.username(), Map.of("appeal-text", "It does not answer us.")));
        answeredDaysAgo(counted, 61);
        answeredDaysAgo(named, 61);
        destroying.run();
        assertThat(rows("letter_issue", counted)).as("an appeal waits").isOne();
        assertThatThrownBy(() -> update("delete from concern.letter_issue where letter = :id", counted))
                .hasStackTraceContaining("permission denied");
        TableOwner.executes("delete from concern.appeal where concern = '%s'".formatted(counted));

        destroying.run();

        assertThat(rows("letter_issue", counted)).isZero();
        assertThat(keys(counted)).as("the key that signed unseen").isZero();
        assertThat(names.names(reading.find(named), NOAH).names()).hasSize(1);
        isPurgedInItsTime(named);
    }

    private void isPurgedInItsTime(ConcernId id) {
        answeredMonthsAgo(id, 23);
        purging.run();
        assertThat(hands.get("/letters/" + id, ERIN.username()))
                .as("not before")
                .hasStatusOk();
        assertThatThrownBy(() -> TableOwner.executes("delete from concern.letter_version where letter = '" + id + "'"))
                .as("by nobody else")
                .hasStackTraceContaining("never change");
        answeredMonthsAgo(id, 25);

        purging.run();

        assertThat(hands.get("/letters/" + id, ERIN.username())).hasStatus(404);
        for (String table : List.of(
                "letter_signature", "letter_version", "letter_contract", "letter_answer", "letter_consequence")) {
            assertThat(rows(table, id)).as(table).isZero();
        }
        assertThat(database.sql("select outcome from concern.purged where concern = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("ANSWERED");
        assertThat(entries(id, "concern-purged")).isOne();
        assertThat(entries(id, "concern-answered"))
                .as("what was recorded stays")
                .isOne();
    }

    private ConcernId opened(SigningMode mode) {
        OpenLetter letter = aLetter(mode, "");
        opening.open(letter, NOAH);
        return letter.id();
    }

    private void answered(ConcernId id) {
        ConcernHands.sent(hands.post("/concerns/" + id + "/acknowledge", OLGA.username(), Map.of()));
        ConcernHands.sent(hands.post("/concerns/" + id + "/answer", OLGA.username(), ANSWER));
    }

    private void answeredDaysAgo(ConcernId id, int days) {
        update(
                "update concern.concern set answered_on = (now() at time zone 'UTC')::date - " + days
                        + " where id = :id",
                id);
    }

    private void answeredMonthsAgo(ConcernId id, int months) {
        update(
                "update concern.concern set answered_on = (now() at time zone 'UTC')::date - interval '" + months
                        + " months 1 day' where id = :id",
                id);
    }

    private void destroyInDatabase(ConcernId id) {
        database.sql("select concern.destroy_names(:id, (now() at time zone 'UTC')::date)")
                .param("id", id.value())
                .query((row, number) -> 0)
                .list();
    }

    private int sealedNames(ConcernId id) {
        return database.sql("select count(coalesce(sealed, mark)) from concern.letter_signature where letter = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private int rows(String table, ConcernId id) {
        return database.sql("select count(*) from concern." + table + " where letter = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private int keys(ConcernId id) {
        return database.sql("select count(*) from concern.concern_key where concern = :id and part = 'LETTER'")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private int entries(ConcernId id, String kind) {
        return database.sql(
                        """
                select count(*) from record.entry
                where kind = :kind and position(:id in encode(body, 'escape')) > 0""")
                .param("kind", kind)
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    private void update(String sql, ConcernId id) {
        database.sql(sql).param("id", id.value()).update();
    }
}
