package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.internal.letter.OpenLetters.ERIN;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.OLGA;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.letter.ReadingSignatures.Name;
import org.contractethics.concern.internal.letter.ReadingSignatures.Own;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters in the modes in which people can be known, by use case and by database (S39, S40, S43). */
@IntegrationTest
class LetterIT {

    private final OpeningLetters opening;
    private final SigningLetters signing;
    private final InvalidatingSignatures invalidating;
    private final RevealingNames revealing;
    private final ReadingLetters reading;
    private final ReadingSignatures names;
    private final CountingSignatures count;
    private final JdbcClient database;

    @Autowired
    LetterIT(
            OpeningLetters opening,
            SigningLetters signing,
            InvalidatingSignatures invalidating,
            RevealingNames revealing,
            ReadingLetters reading,
            ReadingSignatures names,
            CountingSignatures count,
            JdbcClient database) {
        this.opening = opening;
        this.signing = signing;
        this.invalidating = invalidating;
        this.revealing = revealing;
        this.reading = reading;
        this.names = names;
        this.count = count;
        this.database = database;
    }

    @Test
    void a_person_signs_a_version_once_and_another_text_has_no_signatures() {
        ConcernId id = opened(SigningMode.NAMED, "");
        signing.sign(id, 1, true, ERIN);

        refused(() -> signing.sign(id, 1, true, ERIN), Refused.Kind.CONFLICT);
        refused(() -> signing.sign(id, 1, true, outsider()), Refused.Kind.NOT_ALLOWED);
        refused(() -> opening.rewrite(id, new Wording("Mine.", "Mine."), ERIN), Refused.Kind.NOT_ALLOWED);
        assertThatThrownBy(() -> insertSigner(id, 1, ERIN, "current_date")).hasStackTraceContaining("duplicate key");

        opening.rewrite(id, new Wording("Another text.", "End it."), NOAH);

        assertThat(count.now(id, 2)).isZero();
        assertThat(names.own(reading.find(id), ERIN)).isEqualTo(Own.NONE);
        refused(() -> signing.sign(id, 1, true, employee(1)), Refused.Kind.CONFLICT);
        refused(() -> opening.rewrite(id, new Wording("Another text.", "End it."), NOAH), Refused.Kind.INVALID);
        assertThatThrownBy(() -> insertSigner(id, 1, employee(2), "current_date"))
                .hasStackTraceContaining("only the version in force");
    }

    @Test
    void how_a_letter_is_signed_never_changes_and_no_signature_is_given_for_an_earlier_day() {
        ConcernId id = opened(SigningMode.CUSTODIAN_ONLY, "");
        ConcernId named = opened(SigningMode.NAMED, "");

        assertThatThrownBy(() -> update("update concern.letter set signing = 'NAMED' where id = :id", id))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> insertSigner(id, 1, ERIN, "current_date"))
                .hasStackTraceContaining("not signed in this way");
        assertThatThrownBy(() -> insertSigner(named, 1, ERIN, "current_date - 1"))
                .hasStackTraceContaining("on the day it is given");
        assertThatThrownBy(() -> update("update concern.letter set version = 3 where id = :id", named))
                .hasStackTraceContaining("next version only");
        opening.close(named, NOAH);
        refused(() -> signing.sign(named, 1, true, ERIN), Refused.Kind.CONFLICT);
        refused(() -> opening.close(named, NOAH), Refused.Kind.CONFLICT);
        assertThatThrownBy(() -> insertSigner(named, 1, ERIN, "current_date")).hasStackTraceContaining("any more");
        assertThatThrownBy(() -> update("update concern.letter set closed_on = null where id = :id", named))
                .hasStackTraceContaining("stays closed");
    }

    @Test
    void names_and_numbers_appear_when_the_day_is_over_in_steps_of_five() {
        ConcernId id = opened(SigningMode.NAMED, "");
        for (int i = 1; i <= 7; i++) {
            signing.sign(id, 1, true, employee(i));
        }

        assertThat(names.names(reading.find(id), ERIN).names()).isEmpty();
        assertThat(reading.view(id, ERIN).count()).isEqualTo("Fewer than 5 people");
        assertThat(names.own(reading.find(id), employee(1))).isEqualTo(Own.SIGNED);
        LetterDays.over(id);
        assertThat(names.names(reading.find(id), ERIN).names()).hasSize(7);
        assertThat(reading.view(id, ERIN).count()).isEqualTo("At least 5 people");

        signing.withdraw(id, employee(1));
        assertThat(names.names(reading.find(id), ERIN).names()).hasSize(6);
        assertThat(database.sql(
                                "select count(*) from concern.letter_signature where signer = 'employee.001' and letter = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        refused(() -> signing.withdraw(id, employee(1)), Refused.Kind.CONFLICT);
    }

    @Test
    void the_custodian_alone_opens_sealed_names_and_can_declare_one_invalid() {
        ConcernId id = opened(SigningMode.CUSTODIAN_ONLY, "");
        signing.sign(id, 1, true, ERIN);
        signing.sign(id, 1, true, employee(1));
        refused(() -> signing.sign(id, 1, true, ERIN), Refused.Kind.CONFLICT);
        LetterDays.over(id);

        Letter letter = reading.find(id);
        List<Name> seen = names.names(letter, OLGA).names();
        assertThat(seen).extracting(Name::name).containsExactlyInAnyOrder("Erin Walsh", "employee.001");
        for (Actor other : List.of(ERIN, NOAH, OpenLetters.GEORGE)) {
            assertThat(names.names(letter, other).names()).isEmpty();
        }
        assertThat(dump("letter_signature")).doesNotContain("erin.walsh", "employee.001");
        assertThat(names.own(letter, ERIN)).isEqualTo(Own.SIGNED);

        UUID fraud = seen.get(1).id();
        String why = "The person was on leave and says she never signed this letter.";
        refused(() -> invalidating.invalidate(id, fraud, why, ERIN), Refused.Kind.NOT_ALLOWED);
        refused(() -> invalidating.invalidate(id, fraud, "no", OLGA), Refused.Kind.INVALID);
        invalidating.invalidate(id, fraud, why, OLGA);
        refused(() -> invalidating.invalidate(id, fraud, why, OLGA), Refused.Kind.CONFLICT);
        assertThat(count.now(id, 1)).isEqualTo(1);
        assertThat(names.own(letter, ERIN)).isIn(Own.INVALID, Own.SIGNED);
        assertThatThrownBy(() -> update(
                        "delete from concern.letter_signature where letter = :id and invalidated_on is not null", id))
                .hasStackTraceContaining("stays");
    }

    @Test
    void names_stay_sealed_below_the_number_and_are_opened_at_it_of_those_who_agreed() {
        ConcernId id = opened(SigningMode.REVEALED_AT, "5");
        for (int i = 1; i <= 4; i++) {
            signing.sign(id, 1, i != 2, employee(i));
        }
        LetterDays.over(id);
        revealing.run();

        assertThat(names.names(reading.find(id), OLGA).names()).isEmpty();
        assertThat(dump("letter_signature")).doesNotContain("employee.00");
        assertThatThrownBy(() -> update(
                        "insert into concern.letter_name select id, 'employee.001' from concern.letter_signature where letter = :id limit 1",
                        id))
                .hasStackTraceContaining("when the number is reached");
        assertThatThrownBy(() -> update("insert into concern.letter_reveal values (:id, 1, current_date)", id))
                .hasStackTraceContaining("below the number");
        refused(
                () -> invalidating.invalidate(id, UUID.randomUUID(), "I want to know whether she signed this.", OLGA),
                Refused.Kind.CONFLICT);

        signing.sign(id, 1, true, employee(5));
        revealing.run();
        assertThat(names.names(reading.find(id), ERIN).names()).isEmpty();
        LetterDays.over(id);
        revealing.run();
        assertThat(names.names(reading.find(id), ERIN).names())
                .extracting(Name::name)
                .containsExactly("employee.001", "employee.003", "employee.004", "employee.005");

        opening.rewrite(id, new Wording("Another text.", "End it."), NOAH);
        signing.sign(id, 2, true, employee(6));
        LetterDays.over(id);
        revealing.run();
        assertThat(names.names(reading.find(id), OLGA).names()).isEmpty();
    }

    @Test
    void a_name_that_somebody_changed_keeps_no_other_sealed_and_is_recorded_once() {
        ConcernId id = opened(SigningMode.REVEALED_AT, "5");
        for (int i = 1; i <= 5; i++) {
            signing.sign(id, 1, true, employee(i));
        }
        LetterDays.over(id);
        LetterDays.changeOneName(id);

        revealing.run();
        revealing.run();

        assertThat(names.names(reading.find(id), ERIN).names()).hasSize(4);
        assertThat(database.sql(
                                """
                        select count(*) from record.entry where kind = 'concern-seal-broken'
                          and position(:id in encode(body, 'escape')) > 0""")
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_letter_is_a_concern_of_its_own_kind() {
        ConcernId other = new ConcernId(UUID.randomUUID());

        assertThatThrownBy(() -> database.sql(
                                """
                        insert into concern.letter (id, title, signing, opened_on)
                        select id, 'x', 'NAMED', current_date from concern.concern where mode = 'OPEN'
                        union all select :id, 'x', 'NAMED', current_date""")
                        .param("id", other.value())
                        .update())
                .hasStackTraceContaining("a letter is a collective concern");
        refused(() -> reading.view(other, ERIN), Refused.Kind.NOT_FOUND);
        refused(() -> opening.open(aLetter(SigningMode.REVEALED_AT, "3"), NOAH), Refused.Kind.INVALID);
        refused(() -> opening.open(aLetter(SigningMode.NAMED, ""), outsider()), Refused.Kind.NOT_ALLOWED);
    }

    private ConcernId opened(SigningMode mode, String revealAt) {
        OpenLetter letter = aLetter(mode, revealAt);
        opening.open(letter, NOAH);
        opening.open(letter, NOAH);
        refused(() -> opening.open(letter, ERIN), Refused.Kind.CONFLICT);
        return letter.id();
    }

    private void insertSigner(ConcernId letter, int version, Actor signer, String day) {
        database.sql(
                        """
                        insert into concern.letter_signature (id, letter, version, signer, consents, signed_on)
                        values (gen_random_uuid(), :id, :version, :signer, true, %s)"""
                                .formatted(day.replace("current_date", "(now() at time zone 'UTC')::date")))
                .param("id", letter.value())
                .param("version", version)
                .param("signer", signer.username())
                .update();
    }

    private void update(String sql, ConcernId letter) {
        database.sql(sql).param("id", letter.value()).update();
    }

    /** Whole rows as text, and their bytes as text as well. */
    private String dump(String table) {
        return String.join(
                "\n",
                database.sql("select t::text || encode(coalesce(t.sealed, ''), 'escape') from concern." + table + " t"
                                + " where signer is null")
                        .query(String.class)
                        .list());
    }

    private static Actor outsider() {
        return new Actor("fatima.noor", "Fatima Noor", Set.of(Role.EXTERNAL_FILER));
    }

    private static void refused(Runnable act, Refused.Kind kind) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
