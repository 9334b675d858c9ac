package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.contractethics.MigratedDatabase;
import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.TestVault;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.concern.internal.vault.VaultOf;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The start after an update seals what an earlier version stored in plain, or does not happen. */
class SealingWhatWasFiledTests {

    private static final String EARLIER = "513";

    private final MigratedDatabase database = MigratedDatabase.upTo(EARLIER);
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final FilerMarks marks = TestVault.marks();
    private final ConcernId open = new ConcernId(UUID.randomUUID());
    private final ConcernId confidential = new ConcernId(UUID.randomUUID());

    @BeforeEach
    void concerns_of_an_earlier_version() {
        store(open, "OPEN");
        store(confidential, "CONFIDENTIAL");
        owner.sql(
                        """
                insert into concern.message (concern, number, by, officer, text, sent_on)
                values (:id, 1, 'FILER', null, 'More of it', current_date),
                       (:id, 2, 'OFFICER', 'olga.petrova', 'Thank you', current_date)""")
                .param("id", confidential.value())
                .update();
        owner.sql(
                        """
                insert into concern.answer (concern, officer, answered_on, considered, decision, article, effect, appeal)
                values (:id, 'olga.petrova', current_date, 'Facts', 'Decided', 'ICCPR', 'Nothing', 'To the board')""")
                .param("id", confidential.value())
                .update();
    }

    @Test
    void everything_is_readable_as_before_and_nothing_is_left_in_plain() {
        database.migrate(migration(TestVault.withKeys()));

        Vault vault = TestVault.on(owner);
        SealedWords words = new SealedWords(owner, vault);
        vault.entitle(confidential, "olga.petrova");
        vault.entitle(open, Part.REVIEW, "helen.okafor");
        Opening handling = vault.opening(confidential, Part.HANDLING, Opener.person("olga.petrova"));
        Opening filer = vault.opening(open, Part.REVIEW, Opener.filer(marks.key(open, "erin.walsh")));
        Opening reviewer = vault.opening(open, Part.REVIEW, Opener.person("helen.okafor"));

        FiledWords filed = new FiledWords("I fear.", List.of("privacy", "asylum"), "Stop it.");
        assertThat(words.words(confidential, handling)).contains(filed);
        assertThat(words.words(open, filer)).contains(filed);
        assertThat(words.words(open, reviewer)).contains(filed);
        assertThat(words.name(confidential, Part.HANDLING, handling)).contains("erin.walsh");
        assertThat(words.messages(confidential, handling))
                .extracting(Message::text)
                .containsExactly("More of it", "Thank you");
        assertThat(words.answerTo(confidential, handling).orElseThrow().appeal())
                .isEqualTo("To the board");
        assertThat(new Reporters(owner, marks).filedBy("erin.walsh")).containsExactlyInAnyOrder(open, confidential);
        assertThat(owner.sql(
                                """
                        select column_name from information_schema.columns
                        where table_schema = 'concern' and table_name in ('concern', 'reporter', 'message', 'answer')
                          and column_name in ('text', 'desired_outcome', 'username', 'considered', 'appeal')""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void names_of_confidential_filers_are_sealed_apart_as_soon_as_the_application_runs() {
        database.migrate(migration(TestVault.withKeys()));
        Vault vault = TestVault.on(owner);
        SealedWords words = new SealedWords(owner, vault);

        new SealingApart(owner, vault, new TransactionTemplate(new DataSourceTransactionManager(database.asOwner())))
                .run();

        vault.entitle(confidential, "olga.petrova");
        Opening handling = vault.opening(confidential, Part.HANDLING, Opener.person("olga.petrova"));
        assertThat(words.name(confidential, Part.HANDLING, handling)).isEmpty();
        assertThatThrownBy(() -> vault.opening(confidential, Part.IDENTITY, Opener.person("olga.petrova")))
                .hasMessageContaining("no such concern");
        assertThatThrownBy(() -> vault.entitle(confidential, Part.IDENTITY, "olga.petrova"))
                .hasStackTraceContaining("nobody opened this to that person");
        owner.sql("alter table concern.key_wrap disable trigger key_wrap_needs_opening")
                .update();
        vault.entitle(confidential, Part.IDENTITY, "olga.petrova");
        Opening identity = vault.opening(confidential, Part.IDENTITY, Opener.person("olga.petrova"));
        assertThat(words.name(confidential, Part.IDENTITY, identity)).contains("erin.walsh");
        vault.entitle(open, "olga.petrova");
        Opening ofOpen = vault.opening(open, Part.HANDLING, Opener.person("olga.petrova"));
        assertThat(words.name(open, Part.HANDLING, ofOpen)).contains("erin.walsh");
    }

    @Test
    void originals_that_one_key_opened_get_a_key_each_and_the_common_one_is_gone() {
        database.migrate(migration(TestVault.withKeys()));
        Vault vault = TestVault.on(owner);
        vault.beginApart(open, Part.ALL_ORIGINALS);
        owner.sql("alter table concern.attachment disable trigger attachment_sealed_alone")
                .update();
        attach(1, Part.HANDLING, vault);
        attach(2, Part.ALL_ORIGINALS, vault);
        attach(3, Part.ALL_ORIGINALS, vault);
        owner.sql("alter table concern.attachment enable trigger attachment_sealed_alone")
                .update();

        new SealingApart(owner, vault, new TransactionTemplate(new DataSourceTransactionManager(database.asOwner())))
                .run();

        owner.sql("alter table concern.key_wrap disable trigger key_wrap_needs_opening")
                .update();
        assertThatThrownBy(() -> vault.entitle(open, Part.ALL_ORIGINALS, "olga.petrova"))
                .hasMessageContaining("no such concern");
        for (int number = 1; number <= 3; number++) {
            vault.entitle(open, Part.original(number), "olga.petrova");
            Opening alone = vault.opening(open, Part.original(number), Opener.person("olga.petrova"));
            assertThat(alone.text("file/" + number + "/original", original(number)))
                    .isEqualTo("Original " + number);
        }
        assertThatThrownBy(() -> owner.sql("update concern.attachment set original = copy")
                        .update())
                .hasStackTraceContaining("never rewritten");
    }

    private void attach(int number, Part part, Vault vault) {
        byte[] sealed = vault.seal(open, part, "file/" + number + "/original", "Original " + number);
        owner.sql(
                        """
                insert into concern.attachment (concern, number, message, about, original, original_part, copy, added_on)
                values (:id, :number, 0, :sealed, :sealed, :part, :sealed, current_date)""")
                .param("id", open.value())
                .param("number", number)
                .param("sealed", sealed)
                .param("part", part.name())
                .update();
    }

    private byte[] original(int number) {
        return owner.sql(
                        "select original from concern.attachment where original_part = 'ORIGINAL/' || number and concern = :id and number = :number")
                .param("id", open.value())
                .param("number", number)
                .query(byte[].class)
                .single();
    }

    @Test
    void without_the_key_that_seals_the_update_is_refused_and_nothing_is_lost() {
        assertThatThrownBy(() -> database.migrate(migration(TestVault.withoutKeys())))
                .hasStackTraceContaining("the key that seals them is missing");

        assertThat(owner.sql("select count(*) from concern.concern where text = 'I fear.'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void no_plain_column_is_dropped_while_something_stands_in_it_unsealed() {
        assertThatThrownBy(database::migrate).hasStackTraceContaining("concerns that were not sealed");
    }

    private SealingWhatWasFiled migration(VaultOf vaults) {
        return new SealingWhatWasFiled(vaults, marks);
    }

    private void store(ConcernId id, String mode) {
        owner.sql(
                        """
                insert into concern.concern (id, mode, topic, text, rights, desired_outcome, status, filed_on, acknowledge_by,
                                             answer_by)
                values (:id, :mode, 'HARM', 'I fear.', '{privacy,asylum}', 'Stop it.', 'RECEIVED', current_date, current_date,
                        current_date)""")
                .param("id", id.value())
                .param("mode", mode)
                .update();
        owner.sql("insert into concern.reporter (concern, username) values (:id, 'erin.walsh')")
                .param("id", id.value())
                .update();
    }
}
