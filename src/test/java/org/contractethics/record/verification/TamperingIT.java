package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses to the application and to the owner, and what the verifier sees when the owner goes around it. */
@IntegrationTest
class TamperingIT {

    private final RecordReader record;
    private final JdbcClient application;
    private final JdbcOperations ownersRows;
    private final JdbcClient owner;
    private final SealKeys keys;
    private final TransactionTemplate asApplication;
    private final TransactionTemplate asOwner;
    private final ApplicationEventPublisher events;
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private long place;

    @Autowired
    TamperingIT(
            RecordReader record,
            JdbcClient application,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            SealKeys keys,
            Environment settings) {
        this.record = record;
        this.application = application;
        this.events = events;
        this.keys = keys;
        this.asApplication = new TransactionTemplate(transactions);
        OwnersDatabase owners = OwnersDatabase.of(settings);
        this.ownersRows = owners.rows();
        this.owner = owners.client();
        this.asOwner = owners.transaction();
    }

    @BeforeEach
    void anEntry() {
        asApplication.executeWithoutResult(status -> {
            events.publishEvent(new Happened(
                            "decision-recorded",
                            contract,
                            "ruth.castillo",
                            RecordFixtures.NOW,
                            Map.of("outcome", "REJECT"))
                    .whole());
            events.publishEvent(
                    new Happened("signature-refused", contract, "system", RecordFixtures.NOW, Map.of()).whole());
        });
        place = record.oldest(EntryFilter.ofContract(contract), -1, 1).get(0).index();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record.entry set actor = 'x'",
                "update record.entry set actor = 'x' where false",
                "delete from record.entry",
                "truncate record.entry",
                "update record.head set size = 0",
                "update record.head set size = size + 1",
                "delete from record.head",
                "truncate record.head",
                "insert into record.head (size, frontier, root) values (0, '', sha256(''))",
                "insert into record.entry (n, kind, actor, occurred_at, recorded_at, body, leaf)"
                        + " select size, 'x', 'x', now(), now(), '{}', sha256('\\x007b7d') from record.head",
                "update record.mac_start set first = 1000000",
                "update record.checkpoint set root = root",
                "delete from record.checkpoint",
                "delete from record.cosignature",
                "delete from record.contradiction",
                "update record.sealed set value = ''",
                "delete from record.sealed",
                "truncate record.sealed",
                "insert into record.erased_field values (0, '/actor', 'a', now())",
                "update record.erasure set state = 'APPROVED'",
                "delete from record.erasure",
                "update record.verification set problem = null",
                "delete from record.verification",
                "alter table record.entry disable trigger all",
                "drop trigger entry_never_changes on record.entry",
                "select record.extended_frontier(0, '', sha256(''))",
            })
    void the_application_may_only_append(String attack) {
        assertThatThrownBy(() -> asApplication.executeWithoutResult(status -> attempt(application, attack)))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|entry_has_a_mac).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record.entry set actor = 'x'",
                "delete from record.entry",
                "truncate record.entry cascade",
                "delete from record.head",
                "truncate record.head",
                "update record.head set size = size - 1",
                "update record.head set size = size + 1",
                "update record.head set root = sha256('')",
                "update record.mac_start set first = 1000000",
                "update record.checkpoint set root = root",
                "delete from record.checkpoint where false",
                "truncate record.cosignature",
                "delete from record.contradiction",
                "insert into record.checkpoint select 'x', size, sha256(''), 'x', now() from record.head",
                "delete from record.sealed",
                "update record.sealed set person = 'x'",
                "truncate record.sealed cascade",
                "delete from record.erased_field",
                "delete from record.erasure",
                "set local session_replication_role = replica; delete from record.sealed",
                "set local session_replication_role = replica; delete from record.entry",
            })
    void the_triggers_bind_the_owner_as_well(String attack) {
        assertThatThrownBy(() -> asOwner.executeWithoutResult(status -> attempt(owner, attack)))
                .rootCause()
                .hasMessageMatching("(?s).*(append-only|no approved erasure|only moves forward|does not"
                        + " follow|one_hash_for_each_set_bit|permission denied).*");
    }

    @Test
    void the_application_cannot_choose_the_place_of_an_entry() {
        Happened event = RecordFixtures.anEvent("forged", Map.of());

        for (long wrong : new long[] {record.head().size() + 1, record.head().size() - 1, place}) {
            assertThatThrownBy(() -> insert(event, wrong, RecordFixtures.leafOf(event, wrong)))
                    .rootCause()
                    .hasMessageMatching("(?s).*(the next entry of the record is number|duplicate key).*");
        }
    }

    @Test
    void the_application_cannot_append_an_entry_under_another_hash() {
        Happened event = RecordFixtures.anEvent("forged", Map.of());

        assertThatThrownBy(() -> insert(event, record.head().size(), new byte[32]))
                .rootCause()
                .hasMessageContaining("entry_leaf_is_the_hash_of_the_body");
    }

    @Test
    void the_tree_that_the_database_grows_equals_the_public_vectors() throws Exception {
        String fold = owner.sql(
                        """
                with recursive tree (size, frontier) as (
                    select 0::bigint, ''::bytea
                    union all
                    select size + 1, record.extended_frontier(size, frontier,
                        sha256('\\x00'::bytea || convert_to('leaf ' || size, 'UTF8')))
                    from tree where size < 300
                )
                select encode(sha256(convert_to(string_agg(
                    size || ' ' || encode(record.root_of(frontier), 'hex') || chr(10), '' order by size), 'UTF8')), 'hex')
                from tree""")
                .query(String.class)
                .single();

        assertThat(fold)
                .isEqualTo(CompactRangeTests.vectors("fold_vectors")
                        .get("sha256")
                        .get("roots")
                        .asString());
    }

    @Test
    void one_changed_byte_is_found_and_named_when_the_owner_switched_the_guards_off() {
        Optional<Finding> finding = behindTheGuards(
                "update record.entry set body = set_byte(body, 20, get_byte(body, 20) # 1) where n = " + place);

        assertThat(finding)
                .contains(new Finding(place, "Entry " + place + ": the leaf hash is not the hash of the body."));
    }

    @Test
    void a_changed_decision_with_a_matching_hash_is_found_by_its_keyed_hash() {
        Optional<Finding> finding = behindTheGuards(
                """
                update record.entry set body = new, leaf = sha256('\\x00'::bytea || new)
                from (select n as at, convert_to(replace(convert_from(body, 'UTF8'), 'REJECT', 'RETURN'), 'UTF8') as new
                    from record.entry) changed
                where n = at and n =
                """
                        + place);

        assertThat(finding).map(Finding::message).get().asString().contains("keyed hash is wrong");
    }

    @Test
    void a_removed_entry_is_found_where_the_next_one_stands() {
        Optional<Finding> finding = behindTheGuards("delete from record.entry where n = " + place);

        assertThat(finding)
                .map(Finding::message)
                .contains("Entry " + (place + 1) + ": stands where entry " + place + " is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "update record.sealed set value = 'dana.whitfield', person = 'dana.whitfield'; not the one that was"
                        + " recorded",
                "update record.sealed set nonce = set_byte(nonce, 7, get_byte(nonce, 7) # 1); not the one that was"
                        + " recorded",
                "update record.sealed set person = 'dana.whitfield'; said to be of another person",
                "update record.sealed set field = field || '/more'; to which it does not commit",
                "delete from record.sealed; was removed, and no entry says that it was erased",
            })
    void a_changed_or_removed_value_is_found_when_the_owner_switched_the_guards_off(String attack, String says) {
        Optional<Finding> finding = behindTheGuards(attack + " where n = " + place);

        assertThat(finding).map(Finding::index).contains(place);
        assertThat(finding).map(Finding::message).get().asString().contains(says);
    }

    @Test
    void an_untouched_record_is_intact() {
        assertThat(byTheOwner("select 1")).isEmpty();
    }

    /** R34: whoever works by hand has to switch a guard off, and the alarm stays until it is back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "alter table record.entry disable trigger entry_never_changes; The guard entry_never_changes of"
                        + " record.entry",
                "alter table record.entry disable trigger user; The guard entry_moves_the_head of record.entry",
                "alter table record.head enable trigger head_never_goes; The guard head_never_goes of record.head",
                "drop trigger sealed_never_changes on record.sealed; The guard sealed_never_changes of record.sealed",
                "alter table record.access_entry disable trigger user; The guard access_entry_never_changes",
                "alter table record.entry drop constraint entry_has_a_mac; The guard entry_has_a_mac of record.entry",
                "grant delete on record.entry to public; everybody may delete record.entry",
                "grant update on record.checkpoint to public; everybody may update record.checkpoint",
            })
    void a_guard_that_is_switched_off_raises_an_alarm(String attack, String says) {
        assertThat(byTheOwner(attack)).get().asString().contains(says);
    }

    private Optional<String> byTheOwner(String statement) {
        return Optional.ofNullable(asOwner.execute(status -> {
                    status.setRollbackOnly();
                    attempt(owner, statement);
                    return new StoredTree(ownersRows, keys).verify();
                }))
                .flatMap(Verdict::finding)
                .map(Finding::message);
    }

    /** In a transaction of the owner that is rolled back, so that the other tests keep an honest record. */
    private Optional<Finding> behindTheGuards(String attack) {
        return Optional.ofNullable(asOwner.execute(status -> {
                    status.setRollbackOnly();
                    attempt(owner, "alter table record.entry disable trigger user");
                    attempt(owner, "alter table record.sealed disable trigger user");
                    attempt(owner, "alter table record.sealed drop constraint sealed_n_fkey");
                    attempt(owner, "alter table record.entry drop constraint entry_leaf_is_the_hash_of_the_body");
                    attempt(owner, attack);
                    return new StoredTree(ownersRows, keys).verify();
                }))
                .flatMap(Verdict::finding);
    }

    private static void attempt(JdbcClient jdbc, String statements) {
        for (String statement : statements.split("; ", -1)) {
            if (statement.startsWith("select")) {
                jdbc.sql(statement).query(Object.class).list();
            } else {
                jdbc.sql(statement).update();
            }
        }
    }

    private void insert(Happened event, long at, byte[] leaf) {
        asApplication.executeWithoutResult(status -> application
                .sql("insert into record.entry (n, kind, actor, occurred_at, recorded_at, body, leaf, mac) values"
                        + " (?, ?, ?, now(), now(), ?, ?, ?)")
                .params(at, event.kind(), event.actor(), RecordFixtures.bodyOf(event, at), leaf, new byte[32])
                .update());
    }

    @Test
    void the_bytes_of_the_entry_are_those_that_were_hashed() {
        String body = record.find(place).orElseThrow().body();

        assertThat(java.util.HexFormat.of()
                        .formatHex(new CompactRange().leafHash(body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(record.find(place).orElseThrow().leafHash());
    }
}
