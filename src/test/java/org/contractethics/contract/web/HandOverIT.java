package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H1: a contract goes from one account owner to another, by whom, to whom, and what stays with the earlier one. */
@IntegrationTest
class HandOverIT {

    private static final String WHY = "Sofia moved to another team.";

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final RecordReader record;
    private final JdbcClient database;
    private final String word =
            "Z" + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT);
    private Contract contract;

    @Autowired
    @SuppressWarnings("NullAway") // registered before each test
    HandOverIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            RecordReader record,
            JdbcClient database,
            Environment settings) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.registering = registering;
        this.record = record;
        this.database = database;
    }

    @BeforeEach
    void aContract() {
        contract = ownedBy(RegisteredContracts.SOFIA);
    }

    private Contract ownedBy(Actor owner) {
        return registering.register(RegisteredContracts.aDraft(word), "FORM", owner);
    }

    @Test
    void the_next_owner_owns_it_and_both_are_told() throws Exception {
        assertThat(page("sofia.marin", "/contracts/" + contract.id())).contains("/hand-over\"");
        assertThat(page("sofia.marin", path()))
                .contains("Tom Lindqvist")
                .doesNotContain("value=\"sofia.marin\" selected");

        assertThat(send("sofia.marin", "tom.lindqvist", WHY)).hasStatus(302);

        assertThat(page("tom.lindqvist", "/contracts?mine=true&q=" + word))
                .contains(contract.id().toString());
        assertThat(page("sofia.marin", "/contracts?mine=true&q=" + word))
                .doesNotContain(contract.id().toString());
        assertThat(get("sofia.marin", "/contracts/" + contract.id() + "/edit")).hasStatus(403);
        assertThat(get("tom.lindqvist", "/contracts/" + contract.id() + "/edit"))
                .hasStatusOk();
        assertThat(page("tom.lindqvist", path())).contains("Sofia Marin", WHY, "Handed over by Sofia Marin");
        assertThat(page("tom.lindqvist", "/contracts/" + contract.id())).contains("The contract was handed over from");
        RecordEntry entry = record.newest(EntryFilter.ofContract(contract.id()), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(entry.kind()).isEqualTo("contract-handed-over");
        assertThat(entry.facts())
                .containsEntry("previousOwner", "sofia.marin")
                .containsEntry("owner", "tom.lindqvist")
                .containsEntry("ground", "OWN_DECISION")
                .containsEntry("reasons", WHY);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(page("sofia.marin", "/notices")).contains(contract.reference() + ": handed over");
            assertThat(page("tom.lindqvist", "/notices"))
                    .contains(contract.reference() + ": you are its account owner now");
            assertThat(page("ruth.castillo", "/notices")).contains(contract.reference() + " was handed over");
        });
    }

    @Test
    void what_was_typed_stays_where_it_is_refused() throws Exception {
        assertThat(send("sofia.marin", "tom.lindqvist", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reasons.", "value=\"tom.lindqvist\" selected", "owner");
        assertThat(send("sofia.marin", "", "x".repeat(2_001)))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the next account owner.", "at most 2,000 characters", "xxx");
        for (String nobodyInSales : new String[] {"dana.whitfield", "august.lund", "no.such.person"}) {
            assertThat(send("sofia.marin", nobodyInSales, WHY))
                    .hasStatus(422)
                    .bodyText()
                    .contains("There is nobody of this name in sales", WHY);
        }
        assertThat(send("sofia.marin", "sofia.marin", WHY))
                .hasStatus(422)
                .bodyText()
                .contains("the account owner already");
        assertThat(owner()).isEqualTo("sofia.marin");
    }

    @Test
    void nobody_else_hands_it_over_while_its_owner_acts() {
        for (String person :
                new String[] {"tom.lindqvist", "priya.raman", "august.lund", "lena.hoffman", "erin.walsh"}) {
            assertThat(get(person, path())).hasStatus(403);
            assertThat(send(person, "tom.lindqvist", WHY)).hasStatus(403);
        }
        for (String person : new String[] {"ruth.castillo", "george.tan"}) {
            assertThat(get(person, path())).hasStatusOk().bodyText().contains("still works in sales");
            assertThat(send(person, "tom.lindqvist", WHY))
                    .hasStatus(409)
                    .bodyText()
                    .contains("still works in sales");
        }
        assertThat(owner()).isEqualTo("sofia.marin");
    }

    @Test
    void the_chair_hands_over_what_belongs_to_somebody_who_left() throws Exception {
        contract = ownedBy(new Actor("left.long-ago", "Left Longago", Set.of(Role.SUBMITTER)));

        assertThat(send("ruth.castillo", "left.long-ago", "tom.lindqvist", "Left in May."))
                .hasStatus(302);

        assertThat(owner()).isEqualTo("tom.lindqvist");
        assertThat(record.newest(EntryFilter.ofContract(contract.id()), Long.MAX_VALUE, 1)
                        .get(0)
                        .facts())
                .containsEntry("ground", "OWNER_GONE");
        assertThat(page("erin.walsh", "/contracts/" + contract.id()))
                .contains("has left or no longer works in sales")
                .doesNotContain("Left in May.");
    }

    @Test
    void who_changed_jobs_is_as_gone_as_who_left() {
        contract = ownedBy(new Actor("noah.kim", "Noah Kim", Set.of(Role.SUBMITTER)));

        assertThat(send("george.tan", "noah.kim", "sofia.marin", "Noah works in finance now."))
                .hasStatus(302);

        assertThat(owner()).isEqualTo("sofia.marin");
    }

    @Test
    void who_saw_an_earlier_owner_hands_nothing_over() {
        assertThat(send("sofia.marin", "tom.lindqvist", WHY)).hasStatus(302);

        assertThat(send("tom.lindqvist", "somebody.else", "sofia.marin", WHY))
                .hasStatus(409)
                .bodyText()
                .contains("handed over meanwhile", WHY);
        assertThat(owner()).isEqualTo("tom.lindqvist");
    }

    @Test
    void by_the_api_it_is_done_once_on_what_was_seen() {
        String resource = "/api/contracts/" + contract.id();
        var body = Map.of("owner", "tom.lindqvist", "reasons", WHY);

        assertThat(api.post("sofia.marin", resource + "/hand-over", body).status())
                .isEqualTo(428);
        assertThat(api.post("sofia.marin", resource + "/hand-over", body, "If-Match", "\"other\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.change("erin.walsh", resource, resource + "/hand-over", body)
                        .status())
                .isEqualTo(403);
        assertThat(api.change("ruth.castillo", resource, resource + "/hand-over", body)
                        .status())
                .isEqualTo(409);
        assertThat(api.change(
                                "sofia.marin",
                                resource,
                                resource + "/hand-over",
                                Map.of("owner", "dana.whitfield", "reasons", ""))
                        .status())
                .isEqualTo(422);

        ApiCalls.Answer done = api.change("sofia.marin", resource, resource + "/hand-over", body);

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(owner()).isEqualTo("tom.lindqvist");
        assertThat(api.change("sofia.marin", resource, resource + "/hand-over", body)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_owned_it_once_approves_no_redaction_of_it() {
        contract = ownedBy(new Actor("ruth.castillo", "Ruth Castillo", Set.of(Role.SUBMITTER)));
        assertThat(send("george.tan", "ruth.castillo", "sofia.marin", "Ruth is the chair now."))
                .hasStatus(302);
        String redaction = "/contracts/" + contract.id() + "/redaction";
        assertThat(mvc.post()
                        .uri(redaction)
                        .param("fields", "TITLE")
                        .param("reason", "The tender is open.")
                        .param(
                                "endsOn",
                                LocalDate.now(ZoneOffset.UTC).plusDays(9).toString())
                        .with(People.signedInAs("sofia.marin"))
                        .with(csrf()))
                .hasStatus(302);
        UUID asked = database.sql("select id from contract.redaction where contract_id = :id")
                .param("id", contract.id().value())
                .query(UUID.class)
                .single();

        assertThat(mvc.post()
                        .uri(redaction + "/" + asked + "/approve")
                        .with(People.signedInAs("ruth.castillo"))
                        .with(csrf()))
                .hasStatus(403);
        assertThatThrownBy(() -> database.sql(
                                "update contract.redaction set approved = true, decided_by = 'ruth.castillo', decided_at = now() where id = :id")
                        .param("id", asked)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_database_changes_an_owner_by_a_row_of_the_history_only() {
        refused("update contract.contract set submitter = 'tom.lindqvist' where id = :id", "by a hand-over only");
        refused("update contract.contract set submitter = null where id = :id", "by a hand-over only");
        refused(row(3, "tom.lindqvist", "sofia.marin", "OWN_DECISION"), "follows the last one");
        refused(row(2, "sofia.marin", "ruth.castillo", "OWNER_GONE"), "to somebody else");
        refused(row(2, "tom.lindqvist", "ruth.castillo", "OWN_DECISION"), "on what ground");
        refused(row(2, "tom.lindqvist", "sofia.marin", "OVERDUE"), "on what ground");
        refused(row(2, "tom.lindqvist", "tom.lindqvist", "OWNER_GONE"), "nobody_hands_over_to_themselves");
        assertThat(owner()).isEqualTo("sofia.marin");

        database.sql(row(2, "tom.lindqvist", "sofia.marin", "OWN_DECISION"))
                .param("id", contract.id().value())
                .update();

        assertThat(owner()).as("the row makes the change").isEqualTo("tom.lindqvist");
        assertThatThrownBy(() -> OwnersHand.run(
                        "update contract.account_owner set person = 'x' where contract_id = '" + contract.id() + "'"))
                .hasMessageContaining("kept for ever");
        assertThatThrownBy(() -> OwnersHand.run(
                        "delete from contract.account_owner where contract_id = '" + contract.id() + "'"))
                .hasMessageContaining("kept for ever");
        assertThatThrownBy(() -> OwnersHand.run("truncate contract.account_owner"))
                .hasMessageContaining("kept for ever");
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() ->
                        database.sql(sql).param("id", contract.id().value()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    private static String row(int number, String person, String by, String ground) {
        return "insert into contract.account_owner values (:id, " + number + ", '" + person + "', now(), '" + by
                + "', '" + ground + "', 'because')";
    }

    private String owner() {
        return database.sql("select submitter from contract.contract where id = :id")
                .param("id", contract.id().value())
                .query(String.class)
                .single();
    }

    private String path() {
        return "/contracts/" + contract.id() + "/hand-over";
    }

    private MvcTestResult send(String person, String next, String reasons) {
        return send(person, "sofia.marin", next, reasons);
    }

    private MvcTestResult send(String person, String seen, String next, String reasons) {
        return mvc.post()
                .uri(path())
                .param("seen", seen)
                .param("owner", next)
                .param("reasons", reasons)
                .with(People.signedInAs(person))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String person, String path) {
        return mvc.get().uri(path).with(People.signedInAs(person)).exchange();
    }

    private String page(String person, String path) throws Exception {
        MvcTestResult answer = get(person, path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
