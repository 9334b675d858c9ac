package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;

import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the author of a letter does enters the record when its day is over, as every act of a filer does. */
@IntegrationTest
class ToldLetterIT {

    private final OpeningLetters opening;
    private final Concerns concerns;
    private final JdbcClient database;

    @Autowired
    ToldLetterIT(OpeningLetters opening, Concerns concerns, JdbcClient database) {
        this.opening = opening;
        this.concerns = concerns;
        this.database = database;
    }

    @Test
    void writing_a_letter_anew_and_closing_it_are_told_to_the_day() {
        OpenLetter letter = aLetter(SigningMode.NAMED, "");
        opening.open(letter, NOAH);
        opening.rewrite(letter.id(), new Wording("Another text.", "End it."), NOAH);
        opening.rewrite(letter.id(), new Wording("A third text.", "End it."), NOAH);
        opening.close(letter.id(), NOAH);
        concerns.announce();
        assertThat(recorded(letter.id())).as("in the moment of the act").isEmpty();

        DayOfFiling.ends(database, letter.id().toString());
        concerns.announce();

        assertThat(recorded(letter.id()))
                .containsExactly("concern-filed", "letter-rewritten", "letter-rewritten", "letter-closed");
        assertThat(database.sql("select count(*) from concern.untold where concern = :id")
                        .param("id", letter.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> recorded(ConcernId letter) {
        return database.sql(
                        "select kind from record.entry where position(:id in encode(body, 'escape')) > 0 order by n")
                .param("id", letter.toString())
                .query(String.class)
                .list();
    }
}
