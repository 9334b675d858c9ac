package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.OLGA;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import org.contractethics.IntegrationTest;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names that are shown from a number on rest on signatures that outlast their day, by use case and by database (S40). */
@IntegrationTest
class RevealedNamesIT {

    private final OpeningLetters opening;
    private final SigningLetters signing;
    private final RevealingNames revealing;
    private final ReadingLetters reading;
    private final ReadingSignatures names;
    private final JdbcClient database;

    @Autowired
    RevealedNamesIT(
            OpeningLetters opening,
            SigningLetters signing,
            RevealingNames revealing,
            ReadingLetters reading,
            ReadingSignatures names,
            JdbcClient database) {
        this.opening = opening;
        this.signing = signing;
        this.revealing = revealing;
        this.reading = reading;
        this.names = names;
        this.database = database;
    }

    /** Two people who sign and think better of it within the hour open nobody's name. */
    @Test
    void signatures_that_are_taken_back_before_their_day_is_over_open_no_name() {
        ConcernId id = opened();
        for (int i = 1; i <= 3; i++) {
            signing.sign(id, 1, true, employee(i));
        }
        LetterDays.over(id);
        signing.sign(id, 1, true, employee(4));
        signing.sign(id, 1, true, employee(5));
        assertThatThrownBy(() -> update("insert into concern.letter_reveal values (:id, 1, current_date)", id))
                .hasStackTraceContaining("below the number");
        signing.withdraw(id, employee(4));
        signing.withdraw(id, employee(5));
        LetterDays.over(id);
        revealing.run();
        assertThat(names.names(reading.find(id), OLGA).names()).isEmpty();

        signing.sign(id, 1, true, employee(4));
        signing.sign(id, 1, false, employee(5));
        LetterDays.over(id);
        revealing.run();
        assertThat(names.names(reading.find(id), OLGA).names()).hasSize(4);

        signing.withdraw(id, employee(5));
        signing.withdraw(id, employee(4));
        signing.sign(id, 1, true, employee(6));
        LetterDays.over(id);
        revealing.run();
        assertThat(names.names(reading.find(id), OLGA).names())
                .as("below its number no further name")
                .hasSize(3);
        assertThatThrownBy(() -> update(
                        """
                        insert into concern.letter_name select id, 'employee.006' from concern.letter_signature s
                        where letter = :id and not exists (select 1 from concern.letter_name n where n.signature = s.id)""",
                        id))
                .hasStackTraceContaining("when the number is reached");
    }

    private ConcernId opened() {
        OpenLetter letter = aLetter(SigningMode.REVEALED_AT, "5");
        opening.open(letter, NOAH);
        return letter.id();
    }

    private void update(String sql, ConcernId letter) {
        database.sql(sql).param("id", letter.value()).update();
    }
}
