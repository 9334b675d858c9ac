package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.vault.SealedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S18 to S20, S31 and S33: what the database holds of a concern, what changed bytes do, and a start without the custodian's keys. */
@IntegrationTest
class SealedConcernsIT {

    private final ConcernHands hands;
    private final ApplicationContext application;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final String id = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private final String text = "I fear for children " + id;

    SealedConcernsIT(
            @Autowired MockMvcTester mvc,
            @Autowired ApplicationContext application,
            @Autowired JdbcClient jdbc,
            @Autowired Environment settings) {
        this.hands = new ConcernHands(mvc);
        this.application = application;
        this.jdbc = jdbc;
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password")));
    }

    @Test
    void s18_two_filings_of_one_person_with_the_same_words_have_nothing_in_common_but_the_class_of_their_lengths() {
        file(id, Map.of("outcome", "Short"));
        file(other, Map.of("outcome", "Much longer than the other one, but still within the same class of lengths"));

        List<byte[]> sealed = owner.sql(
                        """
                select bytes from concern.filed_words, unnest(array [text, rights, outcome]) as bytes
                where concern in (:one::uuid, :two::uuid)
                union all select name from concern.identity where concern in (:one::uuid, :two::uuid)""")
                .param("one", id)
                .param("two", other)
                .query(byte[].class)
                .list();

        assertThat(sealed).hasSize(8).doesNotHaveDuplicates().allMatch(bytes -> bytes.length == 1072);
        assertThat(owner.sql("select mark from concern.reporter where concern in (:one::uuid, :two::uuid)")
                        .param("one", id)
                        .param("two", other)
                        .query(byte[].class)
                        .list())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text = outcome, outcome = text",
                "text = (select text from concern.filed_words where concern = :other::uuid)",
                "text = set_byte(text, 500, get_byte(text, 500) # 1)"
            })
    void s19_words_moved_to_another_column_or_concern_or_changed_by_one_bit_are_refused_and_recorded(String change) {
        file(id, Map.of("outcome", "Stop"));
        file(other, Map.of("text", "Another text " + other));

        owner.sql("update concern.filed_words set " + change + " where concern = :id::uuid and :other <> ''")
                .param("id", id)
                .param("other", other)
                .update();

        for (String person : List.of("olga.petrova", "erin.walsh")) {
            assertThat(hands.get("/concerns/" + id, person))
                    .hasStatus(409)
                    .bodyText()
                    .contains("was changed outside of this application")
                    .doesNotContain(text, "Another text");
        }
        assertThat(recorded("concern-seal-broken")).isEqualTo(2);
        assertThat(hands.get("/concerns/" + other, "olga.petrova")).hasStatusOk();
    }

    /** Bad input 24 */
    @Test
    void s20_a_sealed_start_takes_concerns_in_and_lets_nobody_read_any() {
        try (SealedStart start = SealedStart.withoutPrivateKey(application)) {
            file(id, Map.of());
            sent(hands.post("/concerns/" + id + "/messages", "erin.walsh", Map.of("message", "More of it")));

            assertThat(body(hands.get("/concerns/" + id + "/filed", "erin.walsh")))
                    .contains("Your concern was filed");
            for (String person : List.of("olga.petrova", "erin.walsh")) {
                assertThat(hands.get("/concerns/" + id, person))
                        .hasStatus(503)
                        .bodyText()
                        .contains("Concerns are sealed at the moment")
                        .doesNotContain(text);
            }
            assertThat(hands.everyPageOfTheList("olga.petrova", "all"))
                    .contains("Concerns are sealed at the moment", id);
            assertThat(body(hands.get("/concerns", "erin.walsh"))).contains("Concerns are sealed at the moment");
            assertThat(hands.everyPageOfFiled("erin.walsh")).contains(id);
            assertThat(hands.get("/actuator/health", "olga.petrova"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("SEALED");
            assertThat(start).isNotNull();
        }
        assertThat(body(hands.get("/concerns/" + id, "olga.petrova"))).contains(text, "More of it");
        assertThat(body(hands.get("/actuator/health", "olga.petrova"))).contains("UP");
    }

    @Test
    void s20_without_the_public_key_nothing_is_filed_and_nothing_typed_is_lost() {
        try (SealedStart start = SealedStart.withoutAnyKey(application)) {
            assertThat(hands.post("/concerns", "erin.walsh", form(id, Map.of("text", text))))
                    .hasStatus(503)
                    .bodyText()
                    .contains("Nothing was stored", text);
            assertThat(start).isNotNull();
        }
        assertThat(hands.get("/concerns/" + id, "erin.walsh")).hasStatus(404);
        for (String table : List.of("concern.concern where id", "concern.reporter where concern")) {
            assertThat(jdbc.sql("select count(*) from " + table + " = :id::uuid")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void s31_no_address_and_no_function_of_the_database_gives_keys_or_texts_away() {
        for (String path : List.of("heapdump", "env", "configprops", "httpexchanges", "loggers", "threaddump")) {
            for (String person : List.of("august.lund", "lena.hoffman", "olga.petrova", "george.tan")) {
                assertThat(hands.get("/actuator/" + path, person).getResponse().getStatus())
                        .as(path)
                        .isIn(401, 403, 404);
            }
        }
        // they answer whether and which readership, count, refuse or delete: none returns a text, a name or a key
        assertThat(owner.sql(
                                """
                        select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname = 'concern' and p.prorettype <> 'trigger'::regtype""")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "in_conflict",
                        "is_held",
                        "require_signable",
                        "signatures_of",
                        "purge",
                        "is_purged",
                        "destroy_names",
                        "forget_told",
                        "part_of_opening",
                        "refuses_person_of_opening",
                        "demands_open_for_question",
                        "demands_tie_at_rest",
                        "is_for_handlers_only",
                        "version_of_matter");
        assertThatThrownBy(() -> jdbc.sql("update concern.filed_words set text = outcome")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    /** H12 */
    @Test
    void s33_no_column_and_no_foreign_key_leads_from_a_person_to_a_concern_they_filed() {
        // officers and those excluded stand in plain; filers and signatories nowhere
        assertThat(owner.sql(
                                """
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'concern' and data_type in ('text', 'character varying')
                          and column_name ~ 'user|name|account|person|filer|recipient|officer|email|reporter' order by 1""")
                        .query(String.class)
                        .list())
                .contains("exclusion.username", "message.officer", "answer.officer", "key_wrap.recipient")
                .noneMatch(column -> column.startsWith("concern.")
                        || column.startsWith("reporter.")
                        || column.startsWith("filed_words.")
                        || column.startsWith("identity."));
        assertThat(owner.sql(
                                """
                        select conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid = 'concern.concern'::regclass
                          and conrelid::regclass::text not like 'concern.%'""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void s33_the_database_names_nobody_beside_an_anonymous_concern() {
        jdbc.sql(
                        """
                insert into concern.concern (id, mode, topic, status, filed_on, acknowledge_by, answer_by)
                values (:id::uuid, 'ANONYMOUS', 'HARM', 'RECEIVED', current_date, current_date, current_date)""")
                .param("id", id)
                .update();

        assertThatThrownBy(() -> jdbc.sql(
                                "insert into concern.reporter (concern, mark) values (:id::uuid, sha256('x'::bytea))")
                        .param("id", id)
                        .update())
                .hasStackTraceContaining("nobody is named beside an anonymous concern");
        // nobody handles it further: other tests count what they filed
        owner.sql("delete from concern.concern where id = :id::uuid")
                .param("id", id)
                .update();
    }

    private void file(String concern, Map<String, String> changed) {
        Map<String, String> form = form(concern, Map.of("text", text, "mode", "CONFIDENTIAL"));
        form.putAll(changed);
        sent(hands.post("/concerns", "erin.walsh", form));
    }

    private int recorded(String kind) {
        return jdbc.sql(
                        """
                select count(*) from record.entry where kind = :kind and position(:id in encode(body, 'escape')) > 0""")
                .param("kind", kind)
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
