package org.contractethics.record.internal.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.IntegrationTest;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An erasure that takes too much, too little, or the wrong person. */
@IntegrationTest
class ErasureAttacksIT {

    private static final Actor OLGA = new Actor("olga.petrova", "Olga Petrova", Set.of(Role.OMBUDS));
    private static final Actor GEORGE = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final String REASON = "Left the company more than ten years ago; nothing is pending.";
    private static final String IN_USE = "noah.kim";

    private final ErasingPeople erasing;
    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final String person = "gone-" + UUID.randomUUID();
    private final String surname = "Surname-" + UUID.randomUUID();

    @Autowired
    ErasureAttacksIT(
            ErasingPeople erasing,
            RecordReader record,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.erasing = erasing;
        this.record = record;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void anAct() {
        acted(person, "Because.");
    }

    @AfterEach
    void nothingWaits() {
        erasing.open().stream()
                .filter(one -> one.requestedBy().equals(OLGA.username()))
                .forEach(one -> erasing.decline(one.id(), GEORGE));
    }

    /** Its texts say how the application was run, and every text in which the word stands would go as well. */
    @ParameterizedTest
    @ValueSource(strings = {"system", "System", "-", "*"})
    void what_the_application_did_by_itself_is_of_no_person(String nobody) {
        acted("system", "A text of the application.");

        refused(() -> erasing.request(new ErasureRequest(nobody, "", ErasureBasis.A, REASON), OLGA), "names no person");

        assertThat(rule()).isEqualTo("NO_PERSON");
        assertThatThrownBy(() -> requestedBySql(UUID.randomUUID(), nobody, null))
                .rootCause()
                .hasMessageMatching("(?s).*(erasure_is_of_a_person|begins as a request).*");
    }

    /** Between request and approval somebody may come back. */
    @Test
    void nobody_is_erased_who_has_come_back_since_it_was_asked_for() {
        acted(IN_USE, "Because.");
        UUID id = UUID.randomUUID();
        requestedBySql(id, IN_USE, null);

        refused(() -> erasing.approve(id, GEORGE), "This account is in use");

        assertThat(rule()).isEqualTo("ACCOUNT_IN_USE");
        assertThat(valuesOf(IN_USE)).isPositive();
    }

    @Test
    void a_full_name_is_found_however_its_words_are_set_apart() {
        acted("ruth.castillo", "As Jane\n" + surname + " told me.");
        acted("ruth.castillo", "As Jane  " + surname + " told me.");
        acted("ruth.castillo", "As Jane\u00a0" + surname + " told me.");

        erased("Jane " + surname);

        assertThat(textsWith(surname)).isZero();
    }

    @Test
    void a_full_name_is_found_with_every_apostrophe_and_hyphen() {
        acted("ruth.castillo", "As Jo\u2019Ann " + surname.replace('-', '\u2011') + " told me.");

        erased("Jo'Ann " + surname);

        assertThat(textsWith(surname.replace('-', '\u2011'))).isZero();
    }

    /** The directory knows one person by both. */
    @Test
    void one_person_under_two_spellings_is_erased_whole_and_asked_for_once() {
        String other = person.toUpperCase(Locale.ROOT);
        acted(other, "Because.");
        database.sql("insert into notification.preference values (?, false), (?, false)")
                .params(person, other)
                .update();
        UUID id = erasing.request(new ErasureRequest(other, "", ErasureBasis.A, REASON), OLGA);
        refused(() -> erasing.request(new ErasureRequest(person, "", ErasureBasis.A, REASON), GEORGE), "waits for");

        erasing.approve(id, GEORGE);

        assertThat(valuesOf(person) + valuesOf(other)).isZero();
        assertThat(database.sql("select count(*) from notification.preference where lower(username) = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isZero();
        refused(() -> erasing.request(new ErasureRequest(person, "", ErasureBasis.A, REASON), OLGA), "erased already");
    }

    /** A name copied from a file of macOS has its accents apart; what was recorded has them together. */
    @Test
    void a_full_name_is_found_however_its_accents_are_spelled() {
        acted("ruth.castillo", "As Ren\u00e9 " + surname + " told me.");

        erased("Rene\u0301  " + surname.toUpperCase(Locale.ROOT));

        assertThat(textsWith(surname)).isZero();
    }

    /** The row of a request names who asked until it is decided. */
    @Test
    void whoever_asked_for_an_erasure_that_waits_is_not_erased_before_it_is_decided() {
        UUID waiting = UUID.randomUUID();
        String asker = "asker-" + UUID.randomUUID();
        acted(asker, "Because.");
        requestedBySql(waiting, person, asker);

        refused(() -> erasing.request(new ErasureRequest(asker, "", ErasureBasis.A, REASON), OLGA), "asked for");

        assertThat(rule()).isEqualTo("OWN_REQUEST_WAITS");
        erasing.decline(waiting, GEORGE);
        UUID id = erasing.request(new ErasureRequest(asker, "", ErasureBasis.A, REASON), OLGA);
        acted("ruth.castillo", "Because.");
        requestedBySql(UUID.randomUUID(), person, asker);
        refused(() -> erasing.approve(id, GEORGE), "asked for");
        erasing.open().stream()
                .filter(one -> one.requestedBy().equals(asker))
                .forEach(one -> erasing.decline(one.id(), GEORGE));
        erasing.approve(id, GEORGE);
        assertThat(database.sql("select count(*) from record.erasure where requested_by = ?")
                        .param(asker)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** It would take every text of others in which the word stands. */
    @ParameterizedTest
    @ValueSource(strings = {"this is", "the contract", "Ruth Castillo"})
    void only_a_name_that_is_known_to_be_that_of_the_account_is_looked_for_in_texts(String other) {
        acted("ruth.castillo", "This is not " + surname + ".");

        refused(
                () -> erasing.request(new ErasureRequest(person, other, ErasureBasis.A, REASON), OLGA),
                "leave it out: texts of others then stay");

        assertThat(erasing.open()).noneMatch(one -> one.subject().equals(person));
        assertThat(textsWith(surname)).isOne();
    }

    /** Java counts an emoji as two, the database as one. */
    @Test
    void lengths_are_counted_as_people_count_them() {
        String pictures = "\ud83d\ude00".repeat(20);

        refused(() -> erasing.request(new ErasureRequest(person, "", ErasureBasis.A, pictures), OLGA), "30 to 2,000");
        refused(
                () -> erasing.request(
                        new ErasureRequest(person, "\ud83d\ude00\ud83d\ude00", ErasureBasis.A, REASON), OLGA),
                "3 to 100");
    }

    private void erased(String name) {
        String account = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", ".")
                .toLowerCase(Locale.ROOT);
        acted(account, "Because.");
        erasing.approve(erasing.request(new ErasureRequest(account, name, ErasureBasis.A, REASON), OLGA), GEORGE);
    }

    @SuppressWarnings("NullAway") // a fact about no contract
    private void acted(String actor, String reasons) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Happened("exit-plan-approved", null, actor, RecordFixtures.NOW, Map.of("reasons", reasons))
                        .whole()));
    }

    private void requestedBySql(UUID id, String subject, @Nullable String asker) {
        database.sql(
                        """
                        insert into record.erasure (id, state, basis, subject, reason, requested_by, requested_at)
                        values (?, 'REQUESTED', 'a', ?, ?, ?, now())""")
                .params(id, subject, REASON, asker == null ? OLGA.username() : asker)
                .update();
    }

    private long valuesOf(String account) {
        return database.sql("select count(*) from record.sealed where person = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private long textsWith(String word) {
        return database.sql("select count(*) from record.sealed where position(? in convert_from(value, 'UTF8')) > 0")
                .param(word)
                .query(Long.class)
                .single();
    }

    private String rule() {
        return record.newest(EntryFilter.ofKind("erasure-refused"), Long.MAX_VALUE, 1)
                .get(0)
                .text("rule")
                .orElse("");
    }

    private static void refused(ThrowingCallable act, String says) {
        assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(says);
    }
}
