package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H18: what is redacted, by whose leave, and who sees it all the same. */
@IntegrationTest
class RedactionPagesIT {

    private static final String REASON = "The tender is still open.";

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final RecordReader record;
    private final JdbcClient database;
    private final String word =
            "Z" + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT);
    private final LocalDate nextMonth = LocalDate.now(ZoneOffset.UTC).plusMonths(1);
    private Contract contract;

    @Autowired
    @SuppressWarnings("NullAway") // registered before each test
    RedactionPagesIT(MockMvcTester mvc, RegisteringContracts registering, RecordReader record, JdbcClient database) {
        this.mvc = mvc;
        this.registering = registering;
        this.record = record;
        this.database = database;
    }

    @BeforeEach
    void aContract() {
        contract = registering.register(RegisteredContracts.aDraft(word), "FORM", RegisteredContracts.SOFIA);
    }

    @Test
    void an_approved_redaction_hides_the_fields_from_staff_everywhere() throws Exception {
        assertThat(page("erin.walsh", "/contracts?q=" + word)).contains(">" + word + "<");

        approved("TITLE", "AGENCY");

        assertThat(page("erin.walsh", "/contracts/" + contract.id()))
                .doesNotContain(word)
                .contains("Contract with a redacted title", "Border control", "title, agency");
        assertThat(page("erin.walsh", "/contracts?q=" + word))
                .contains("No contract matches")
                .doesNotContain(">" + word + "<");
        assertThat(page("erin.walsh", "/contracts?agency=Border+agency+of+" + word))
                .contains("No contract matches");
        assertThat(page("erin.walsh", "/contracts?q=" + contract.reference()))
                .contains(contract.id().toString());
        assertThat(page("erin.walsh", "/contracts")).doesNotContain(word);
        assertThat(page("erin.walsh", "/concerns/new?contract=" + contract.id()))
                .doesNotContain(word)
                .contains(contract.reference());
        assertThat(api("erin.walsh", "/api/contracts/" + contract.id()))
                .doesNotContain(word)
                .contains("\"awardingAgencyType\":\"BORDER\"");
        assertThat(api("erin.walsh", "/api/contracts?q=" + word)).contains("\"total\":0");
    }

    @Test
    void those_who_take_part_in_the_review_and_the_account_owner_see_everything() throws Exception {
        approved("TITLE", "AGENCY", "SUPPLIER", "VALUE");

        for (String person : new String[] {"dana.whitfield", "august.lund", "sofia.marin"}) {
            assertThat(page(person, "/contracts/" + contract.id())).contains(word);
        }
        assertThat(page("dana.whitfield", "/contracts?q=" + word)).contains(">" + word + "<");
        assertThat(page("tom.lindqvist", "/contracts/" + contract.id())).doesNotContain(word);
        assertThat(page("lena.hoffman", "/contracts/" + contract.id())).doesNotContain(word);
    }

    @Test
    void ends_by_itself_when_its_last_day_is_over() throws Exception {
        UUID redaction = approved("TITLE");
        assertThat(page("erin.walsh", "/contracts?q=" + word)).contains("No contract matches");

        pastLastDay(redaction);

        assertThat(page("erin.walsh", "/contracts?q=" + word)).contains(">" + word + "<");
        assertThat(page("erin.walsh", "/contracts/" + contract.id())).contains(word);
        assertThat(page("ruth.castillo", "/contracts/" + contract.id() + "/redaction"))
                .contains("Over");
    }

    @Test
    void is_ended_before_its_day_with_a_reason_and_recorded() throws Exception {
        UUID redaction = approved("TITLE");
        String path = "/contracts/" + contract.id() + "/redaction/" + redaction;

        assertThat(post("ruth.castillo", path + "/end", "why", " ")).hasStatus(422);
        assertThat(post("ruth.castillo", path + "/end", "why", "Public now. " + "x".repeat(2_000)))
                .hasStatus(422)
                .bodyText()
                .contains("why-" + redaction + "-problem", "value=\"Public now. xxx");
        assertThat(post("ruth.castillo", path + "/end", "why", "The award is public now."))
                .hasStatus(302);

        assertThat(page("erin.walsh", "/contracts?q=" + word)).contains(">" + word + "<");
        assertThat(record.newest(EntryFilter.ofContract(contract.id()), Long.MAX_VALUE, 9))
                .extracting(RecordEntry::kind)
                .contains("redaction-requested", "redaction-approved", "redaction-ended");
        assertThat(post("ruth.castillo", path + "/end", "why", "Again.")).hasStatus(409);
    }

    @Test
    void nothing_is_withheld_while_a_redaction_waits_or_after_it_was_refused() throws Exception {
        UUID redaction = asked("sofia.marin", "TITLE");
        assertThat(page("erin.walsh", "/contracts?q=" + word)).contains(">" + word + "<");
        String path = "/contracts/" + contract.id() + "/redaction/" + redaction;

        assertThat(post("george.tan", path + "/refuse", "why", "Nothing speaks for it."))
                .hasStatus(302);

        assertThat(page("erin.walsh", "/contracts?q=" + word)).contains(">" + word + "<");
        assertThat(post("george.tan", path + "/approve", "why", "")).hasStatus(409);
    }

    @Test
    void neither_who_asked_nor_who_owns_the_contract_nor_another_role_approves() {
        UUID redaction = asked("sofia.marin", "TITLE");
        String path = "/contracts/" + contract.id() + "/redaction/" + redaction + "/approve";

        for (String person : new String[] {"sofia.marin", "priya.raman", "august.lund", "lena.hoffman", "erin.walsh"}) {
            assertThat(post(person, path, "why", "")).hasStatus(403);
        }
        assertThatThrownBy(() -> database.sql(
                                "update contract.redaction set approved = true, decided_by = 'sofia.marin', decided_at = now() where id = :id")
                        .param("id", redaction)
                        .update())
                .as("the database refuses it too")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void only_the_account_owner_or_legal_asks() {
        assertThat(ask("tom.lindqvist", REASON, nextMonth.toString(), "TITLE")).hasStatus(403);
        assertThat(ask("dana.whitfield", REASON, nextMonth.toString(), "TITLE")).hasStatus(403);
        assertThat(ask("priya.raman", REASON, nextMonth.toString(), "TITLE")).hasStatus(302);
        assertThat(ask("sofia.marin", REASON, nextMonth.toString(), "TITLE"))
                .as("one waits already")
                .hasStatus(409);
    }

    @Test
    void an_end_is_demanded_within_twelve_months() {
        assertThat(ask("sofia.marin", REASON, "", "TITLE"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the last day of the redaction");
        String tooLate =
                LocalDate.now(ZoneOffset.UTC).plusMonths(12).plusDays(1).toString();
        assertThat(ask("sofia.marin", REASON, tooLate, "TITLE"))
                .hasStatus(422)
                .bodyText()
                .contains("lasts at most 12 months", REASON);
        assertThat(ask("sofia.marin", "", nextMonth.toString())).hasStatus(422);
    }

    @Test
    void the_pages_are_not_there_for_others() {
        assertThat(mvc.get().uri("/contracts/" + contract.id() + "/redaction").with(People.signedInAs("tom.lindqvist")))
                .hasStatus(404);
        assertThat(mvc.get().uri("/contracts/redactions").with(People.signedInAs("erin.walsh")))
                .hasStatus(403);
        assertThat(mvc.get().uri("/contracts/redactions").with(People.signedInAs("august.lund")))
                .hasStatusOk();
    }

    private UUID approved(String... fields) {
        UUID redaction = asked("sofia.marin", fields);
        assertThat(post(
                        "ruth.castillo",
                        "/contracts/" + contract.id() + "/redaction/" + redaction + "/approve",
                        "why",
                        ""))
                .hasStatus(302);
        return redaction;
    }

    private UUID asked(String person, String... fields) {
        assertThat(ask(person, REASON, nextMonth.toString(), fields)).hasStatus(302);
        return database.sql("select id from contract.redaction where contract_id = :id")
                .param("id", contract.id().value())
                .query(UUID.class)
                .single();
    }

    private MvcTestResult ask(String person, String reason, String endsOn, String... fields) {
        return mvc.post()
                .uri("/contracts/" + contract.id() + "/redaction")
                .param("fields", fields)
                .param("reason", reason)
                .param("endsOn", endsOn)
                .with(csrf())
                .with(People.signedInAs(person))
                .exchange();
    }

    private MvcTestResult post(String person, String path, String parameter, String value) {
        return mvc.post()
                .uri(path)
                .param(parameter, value)
                .with(csrf())
                .with(People.signedInAs(person))
                .exchange();
    }

    private String page(String person, String path) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(path).with(People.signedInAs(person)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private String api(String person, String path) throws Exception {
        MvcTestResult answer = mvc.get().uri(path).with(People.tokenOf(person)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    /** Time cannot be turned on for the whole application, so the row grows older, past its guards, by the owner's hand. */
    private void pastLastDay(UUID redaction) {
        OwnersHand.run("alter table contract.redaction disable trigger guarded;"
                + "update contract.redaction set requested_at = requested_at - interval '40 days',"
                + " ends_on = (now() at time zone 'UTC')::date - 1 where id = '" + redaction + "';"
                + "alter table contract.redaction enable trigger guarded");
    }
}
