package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Supplier;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.record.trail.FixingAccess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses of the access trail, and what the verifier sees when its owner goes around that. */
@IntegrationTest
class AccessTamperingIT {

    private static final String COLUMNS = "n, at, actor, commitment, kind, method, route, allowed_by, mac";

    private final ConcernHands hands;
    private final FixingAccess fixing;
    private final JdbcClient application;
    private final JdbcOperations ownersRows;
    private final JdbcClient owner;
    private final SealKeys keys;
    private final TransactionTemplate asApplication;
    private final TransactionTemplate asOwner;
    private long fixed;

    @Autowired
    AccessTamperingIT(
            MockMvcTester mvc,
            FixingAccess fixing,
            JdbcClient application,
            PlatformTransactionManager transactions,
            SealKeys keys,
            Environment settings) {
        this.hands = new ConcernHands(mvc);
        this.fixing = fixing;
        this.application = application;
        this.keys = keys;
        this.asApplication = new TransactionTemplate(transactions);
        OwnersDatabase owners = OwnersDatabase.of(settings);
        this.ownersRows = owners.rows();
        this.owner = owners.client();
        this.asOwner = owners.transaction();
    }

    @BeforeEach
    void threeRowsOfWhichTwoAreFixed() {
        hands.get("/insights", "august.lund");
        hands.get("/conditions", "august.lund");
        fixing.fix();
        fixed = application
                .sql("select max(n) from record.access_entry")
                .query(Long.class)
                .single();
        hands.get("/conditions", "ruth.castillo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record.access_entry set actor = 'x'",
                "delete from record.access_entry",
                "truncate record.access_entry",
                "select setval('record.access_number', 1)",
                "select nextval('record.access_number')",
                "alter table record.access_entry disable trigger all",
                "insert into record.access_entry (" + COLUMNS + ") select n + 1000000"
                        + ", at, actor, commitment, kind, method, route, allowed_by, mac from record.access_entry limit 1",
                "select record.next_access(); insert into record.access_entry (" + COLUMNS
                        + ") select 7000000, at, actor, commitment,"
                        + " kind, method, route, allowed_by, mac from record.access_entry limit 1",
            })
    void the_application_may_only_add_and_never_chooses_a_number(String attack) {
        assertThatThrownBy(() -> asApplication.executeWithoutResult(status -> attempt(application, attack)))
                .rootCause()
                .hasMessageMatching(
                        "(?s).*(permission denied|must be owner|takes the number it is given|not yet defined).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record.access_entry set actor = 'x' where false",
                "delete from record.access_entry",
                "truncate record.access_entry cascade",
                "set local session_replication_role = replica; delete from record.access_entry",
            })
    void the_triggers_bind_the_owner_as_well(String attack) {
        assertThatThrownBy(() -> asOwner.executeWithoutResult(status -> attempt(owner, attack)))
                .rootCause()
                .hasMessageMatching("(?s).*(append-only|permission denied).*");
    }

    /** R8 */
    @Test
    void a_row_that_the_owner_edits_is_named_whether_the_record_fixes_it_yet_or_not() {
        assertThat(behindTheGuards("select 1")).isEmpty();
        for (String change : new String[] {
            "commitment = sha256('somebody.else')",
            "at = at + interval '1 millisecond'",
            "at = at + interval '1 microsecond'",
            "kind = 'OTHER'",
            "subject = 'x'",
            "contract = gen_random_uuid()",
            "method = 'POST'",
            "route = '/help'",
            "allowed_by = 'BOARD_COMMITTEE'",
            "task = 'triage'",
            "refuses = n - 1",
            "mac = decode(repeat('00', 32), 'hex')"
        }) {
            assertThat(behindTheGuards("update record.access_entry set " + change + " where n = " + fixed))
                    .as(change)
                    .get()
                    .asString()
                    .startsWith("Access entry " + fixed + ": the keyed hash is wrong");
        }
        assertThat(behindTheGuards("update record.access_entry set commitment = sha256('x') where n = " + (fixed + 1)))
                .get()
                .asString()
                .startsWith("Access entry " + (fixed + 1) + ":");
    }

    @Test
    void a_row_that_the_owner_deletes_copies_or_adds_is_named() {
        assertThat(behindTheGuards(deleting(fixed)))
                .get()
                .asString()
                .startsWith("Access entry " + fixed + ": is missing;");
        assertThat(behindTheGuards("insert into record.access_entry (" + COLUMNS + ") select " + (fixed + 1_000)
                        + ", at, actor, commitment, kind, method, route, allowed_by, mac from record.access_entry where n = "
                        + fixed))
                .get()
                .asString()
                .startsWith("Access entry " + (fixed + 1_000) + ": the keyed hash is wrong");
    }

    @Test
    void verifying_the_record_verifies_the_trail() {
        Optional<String> found = behindTheGuards(
                deleting(fixed),
                () -> new StoredTree(ownersRows, keys).verify().finding().orElse(null));

        assertThat(found).get().asString().startsWith("Access entry " + fixed + ": is missing;");
    }

    @Test
    void a_reader_that_the_owner_removes_exchanges_or_names_in_the_row_is_found() {
        String where = " where n = " + fixed;
        assertThat(behindTheGuards("delete from record.access_person" + where))
                .hasValue("Access entry " + fixed
                        + ": who read was removed, and no entry of the record says that they were erased.");
        for (String change : new String[] {"actor = 'x'", "nonce = sha256('x')"}) {
            assertThat(behindTheGuards("update record.access_person set " + change + where))
                    .hasValue("Access entry " + fixed + ": who read is not the one that was recorded.");
        }
        assertThat(behindTheGuards(
                        "alter table record.access_entry drop constraint access_entry_commits_to_its_reader; "
                                + "update record.access_entry set actor = 'x'" + where))
                .hasValue("Access entry " + fixed + ": names a reader beside the one it commits to.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record.access_person set actor = 'x' where false",
                "delete from record.access_person",
                "truncate record.access_person",
                "delete from record.erased_access",
                "insert into record.access_person select n, 'x', sha256('x') from record.access_entry where actor = '-'"
                        + " limit 1",
            })
    void readers_are_bound_to_their_rows_for_application_and_owner(String attack) {
        hands.get("/contracts", "erin.walsh");
        assertThatThrownBy(() -> asOwner.executeWithoutResult(status -> attempt(owner, attack)))
                .rootCause()
                .hasMessageMatching("(?s).*(append-only|keeps its reader|another reader).*");
        assertThatThrownBy(() -> asApplication.executeWithoutResult(status -> attempt(application, attack)))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|another reader).*");
    }

    private static String deleting(long number) {
        return "delete from record.access_person where n = " + number + "; delete from record.access_entry where n = "
                + number;
    }

    /** In a transaction of the owner that is rolled back, so that the other tests keep an honest trail. */
    private Optional<String> behindTheGuards(String attack) {
        return behindTheGuards(attack, () -> new StoredAccess(owner, keys).finding());
    }

    private Optional<String> behindTheGuards(String attack, Supplier<@Nullable Finding> verifier) {
        return Optional.ofNullable(asOwner.execute(status -> {
                    status.setRollbackOnly();
                    attempt(owner, "alter table record.access_entry disable trigger user");
                    attempt(owner, "alter table record.access_person disable trigger user");
                    attempt(owner, attack);
                    return verifier.get();
                }))
                .map(Finding::message);
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
}
