package org.contractethics.record.internal.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.local.DemonstrationPeople;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R28: what the use case refuses the database refuses as well, to whoever writes SQL as the application. */
@IntegrationTest
class ErasureRulesIT {

    private static final Actor OLGA = new Actor("olga.petrova", "Olga Petrova", Set.of(Role.OMBUDS));
    private static final Actor GEORGE = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final String REASON = "Left the company more than ten years ago; nothing is pending.";

    private final ErasingPeople erasing;
    private final RegisteringContracts registering;
    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final String person = "gone-" + UUID.randomUUID();
    private final UUID erasure = UUID.randomUUID();

    @Autowired
    ErasureRulesIT(
            ErasingPeople erasing,
            RegisteringContracts registering,
            RecordReader record,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.erasing = erasing;
        this.registering = registering;
        this.record = record;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void anAct() {
        acted(null);
    }

    @Test
    void who_may_not_erase_is_refused_and_recorded() {
        Actor leader = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP, Role.AUDITOR));

        refused(() -> erasing.request(request(), leader), "The ombuds and the board committee");
        assertThat(rule()).isEqualTo("NOT_ENTITLED");
        UUID id = erasing.request(request(), OLGA);
        refused(() -> erasing.approve(id, leader), "The ombuds and the board committee");
        refused(() -> erasing.decline(id, leader), "The ombuds and the board committee");
        refused(() -> erasing.approve(id, OLGA), "Somebody else than who asked");
        refused(() -> erasing.decline(id, OLGA), "Somebody else than who asked");
        refused(() -> erasing.approve(id, self()), "themselves");
        assertThat(rule()).isEqualTo("ABOUT_ONESELF");
        erasing.approve(id, GEORGE);
        refused(() -> erasing.approve(id, GEORGE), "decided already");
        refused(() -> erasing.request(request(), GEORGE), "erased already");
    }

    @Test
    void what_a_review_still_needs_is_kept_until_it_is_closed() {
        ContractId contract = registering
                .register(RegisteredContracts.aDraft("Kept for a review"), "FORM", RegisteredContracts.SOFIA)
                .id();
        acted(contract);
        UUID id = erasing.request(request(), OLGA);
        openReview(contract);

        refused(() -> erasing.approve(id, GEORGE), "1 review that is not closed yet");
        assertThat(rule()).isEqualTo("DUTY_TO_KEEP");
        database.sql("update review.review set closed_at = now() where contract_id = :id")
                .param("id", contract.value())
                .update();
        erasing.approve(id, GEORGE);

        assertThat(database.sql("select count(*) from record.sealed where person = :person")
                        .param("person", person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Their name stands in a text of somebody else, which would go with them. */
    @Test
    void a_text_of_others_that_a_review_still_needs_is_kept_as_well() {
        ContractId contract = registering
                .register(RegisteredContracts.aDraft("Kept for others"), "FORM", RegisteredContracts.SOFIA)
                .id();
        UUID id = erasing.request(request(), OLGA);
        openReview(contract);
        transaction.executeWithoutResult(status -> events.publishEvent(new Happened(
                        "exit-plan-approved",
                        contract,
                        "ruth.castillo",
                        RecordFixtures.NOW,
                        Map.of("reasons", "As " + person + " told me."))
                .whole()));

        refused(() -> erasing.approve(id, GEORGE), "1 review that is not closed yet");

        assertThat(rule()).isEqualTo("DUTY_TO_KEEP");
        erasing.decline(id, GEORGE);
    }

    @Test
    void the_database_takes_no_erasure_of_one_person_alone() {
        sqlRefused("begins as a request", () -> inserted("REQUESTED", "nobody-" + erasure, "olga.petrova", REASON));
        sqlRefused(
                "asked_by_its_subject", () -> inserted("REQUESTED", person, person.toUpperCase(Locale.ROOT), REASON));
        sqlRefused("erasure_reason_check", () -> inserted("REQUESTED", person, "olga.petrova", "because"));
        sqlRefused("begins as a request", () -> inserted("APPROVED", person, "olga.petrova", REASON));
        inserted("REQUESTED", person, "olga.petrova", REASON);
        sqlRefused("one_open_erasure_of_a_person", () -> database.sql(INSERT)
                .params(UUID.randomUUID(), "REQUESTED", person, REASON, "george.tan")
                .update());
        sqlRefused("takes_two_people", () -> erase("Olga.Petrova"));
        sqlRefused("decided_by_its_subject", () -> erase(person));
        sqlRefused("somebody else", () -> database.sql("select record.decline_erasure(?, 'olga.petrova', now())")
                .params(erasure)
                .query(row -> {}));
        sqlRefused("permission denied", () -> database.sql("delete from record.sealed where person = ?")
                .params(person)
                .update());
        sqlRefused("permission denied", () -> database.sql("update record.erasure set state = 'APPROVED' where id = ?")
                .params(erasure)
                .update());
        database.sql("select record.decline_erasure(?, 'george.tan', now())")
                .params(erasure)
                .query(row -> {});
        sqlRefused("no such erasure", () -> erase("george.tan"));
    }

    @Test
    void two_people_by_sql_erase_but_the_record_does_not_say_so_and_the_verifier_does() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            inserted("REQUESTED", person, "olga.petrova", REASON);
            erase("george.tan");

            assertThat(record.verify("system").problem())
                    .contains("/actor was removed, and no entry says that it was erased");
            assertThat(database.sql("select count(*) from record.erasure where id = ? and num_nonnulls(subject,"
                                    + " subject_name, reason, requested_by, decided_by) = 0")
                            .params(erasure)
                            .query(Long.class)
                            .single())
                    .isOne();
        });
    }

    /** Whatever other tests have recorded: a name that somebody forgot to list would stand there for ever. */
    @Test
    void no_entry_names_an_account_in_the_bytes_that_are_hashed() {
        String[] names = DemonstrationPeople.all().stream()
                .map(DemonstrationPeople.Person::username)
                .toArray(String[]::new);

        assertThat(database.sql(
                                """
                                select distinct kind || ' names ' || name from record.entry, unnest(:names::text[]) name
                                where position('"' || name || '"' in encode(body, 'escape')) > 0
                                    and position('"schema":1' in encode(body, 'escape')) = 0""")
                        .param("names", names)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static final String INSERT =
            """
            insert into record.erasure (id, state, basis, subject, reason, requested_by, requested_at)
            values (?, ?, 'a', ?, ?, ?, now())""";

    private void inserted(String state, String subject, String by, String reason) {
        database.sql(INSERT).params(erasure, state, subject, reason, by).update();
    }

    private void erase(String approver) {
        database.sql("select * from record.erase(?, ?, now())")
                .params(erasure, approver)
                .query(row -> {});
    }

    private void openReview(ContractId contract) {
        database.sql(
                        """
                        insert into review.review (id, contract_id, submitter, opened_at, document_set_hash, contract_version, intake)
                        values (gen_random_uuid(), ?, 'sofia.marin', now(), repeat('a', 64), 1, '{}')""")
                .params(contract.value())
                .update();
    }

    /** Words that name somebody are found without regard to capital letters, so the account is looked for so as well. */
    @Test
    @SuppressWarnings("NullAway") // a fact about no contract
    void an_account_in_use_is_in_use_in_every_spelling() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Happened(
                        "exit-plan-approved", null, "Ruth.Castillo", RecordFixtures.NOW, Map.of("reasons", "Because."))
                .whole()));

        refused(
                () -> erasing.request(new ErasureRequest("Ruth.Castillo", "", ErasureBasis.A, REASON), OLGA),
                "This account is in use");
    }

    @SuppressWarnings("NullAway") // a fact about no contract
    private void acted(@org.jspecify.annotations.Nullable ContractId contract) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Happened("exit-plan-approved", contract, person, RecordFixtures.NOW, Map.of("reasons", "Because."))
                        .whole()));
    }

    private ErasureRequest request() {
        return new ErasureRequest(person, "", ErasureBasis.A, REASON);
    }

    private Actor self() {
        return new Actor(person, "Themselves", Set.of(Role.BOARD_COMMITTEE));
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

    private static void sqlRefused(String says, ThrowingCallable act) {
        assertThatThrownBy(act).rootCause().hasMessageContaining(says);
    }
}
