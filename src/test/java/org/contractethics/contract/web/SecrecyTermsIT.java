package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.SecretFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H18: secrecy terms withhold for a time and by somebody's leave, as any redaction does. */
@IntegrationTest
class SecrecyTermsIT {

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final RecordReader record;
    private final SecretFacts secrets;
    private final JdbcClient database;
    private final String word = "Z" + UUID.randomUUID().toString().replaceAll("[^0-9]", "");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    SecrecyTermsIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            RecordReader record,
            SecretFacts secrets,
            JdbcClient database) {
        this.mvc = mvc;
        this.registering = registering;
        this.record = record;
        this.secrets = secrets;
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(value = Secrecy.class, names = "NONE", mode = Mode.EXCLUDE)
    void a_new_contract_withholds_for_14_days_what_its_terms_name(Secrecy terms) throws Exception {
        Contract contract = registered(terms);

        assertThat(page("erin.walsh", contract))
                .doesNotContain("Title " + word, "Supplier " + word)
                .contains(
                        contract.reference(),
                        "Border control",
                        "United States",
                        "Cloud hosting",
                        "Withheld here for a time");
        assertThat(page("erin.walsh", contract).contains("Agency " + word))
                .as("confidential terms do not withhold the agency")
                .isEqualTo(terms == Secrecy.CONFIDENTIAL_TERMS);
        assertThat(found("erin.walsh", "q=" + contract.reference()))
                .contains(contract.id().toString());
        assertThat(found("erin.walsh", "q=" + word))
                .doesNotContain(contract.id().toString());
        assertThat(found("dana.whitfield", "q=" + word)).contains(contract.id().toString());
        assertThat(withheld(contract)).isNotEmpty();
        assertThat(lastDay(contract)).isEqualTo(today.plusDays(14));
    }

    @Test
    void without_a_decision_staff_see_it_after_that() throws Exception {
        Contract contract = registered(Secrecy.CLASSIFIED);

        daysPass(contract, 15);

        assertThat(page("erin.walsh", contract)).contains("Title " + word, "Agency " + word, "Classified");
        assertThat(found("erin.walsh", "q=" + word)).contains(contract.id().toString());
        assertThat(withheld(contract)).isEmpty();
    }

    @Test
    void once_approved_it_withholds_until_its_last_day_and_no_longer() throws Exception {
        Contract contract = registered(Secrecy.EXISTENCE_SECRET);
        assertThat(decide("ruth.castillo", contract, "approve")).hasStatus(302);

        daysPass(contract, 15);
        assertThat(page("erin.walsh", contract)).doesNotContain("Title " + word);

        daysPass(contract, 360);
        assertThat(page("erin.walsh", contract)).contains("Title " + word, "Agency " + word);
    }

    @Test
    void refused_it_withholds_nothing_from_that_moment() throws Exception {
        Contract contract = registered(Secrecy.CLASSIFIED);

        assertThat(decide("george.tan", contract, "refuse")).hasStatus(302);

        assertThat(page("erin.walsh", contract)).contains("Title " + word, "Agency " + word);
        assertThat(withheld(contract)).isEmpty();
    }

    @Test
    void who_states_the_terms_does_not_decide_on_what_they_withhold() {
        Contract contract = registered(Secrecy.CLASSIFIED);

        for (String person : new String[] {"sofia.marin", "priya.raman", "lena.hoffman", "august.lund"}) {
            assertThat(decide(person, contract, "approve")).as(person).hasStatus(403);
        }
    }

    @Test
    void what_staff_saw_already_is_withheld_only_once_somebody_approved_it() throws Exception {
        Contract contract = registered(Secrecy.NONE);
        daysPass(contract, 15);
        Contract secret = restated(contract, Secrecy.CLASSIFIED);

        assertThat(page("erin.walsh", contract)).contains("Title " + word);
        assertThat(decide("ruth.castillo", contract, "approve")).hasStatus(302);
        assertThat(page("erin.walsh", contract)).doesNotContain("Title " + word);

        restated(secret, Secrecy.NONE);
        assertThat(page("erin.walsh", contract)).contains("Title " + word);
        assertThat(kinds(contract)).contains("redaction-requested", "redaction-approved", "redaction-ended");
    }

    @Test
    void a_correction_of_the_terms_shows_nothing_and_gains_no_day() throws Exception {
        Contract contract = registered(Secrecy.CONFIDENTIAL_TERMS);
        daysPass(contract, 3);
        Contract slip = restated(contract, Secrecy.NONE);
        assertThat(page("erin.walsh", contract)).contains("Title " + word);

        restated(slip, Secrecy.CLASSIFIED);

        assertThat(page("erin.walsh", contract)).doesNotContain("Title " + word, "Agency " + word);
        assertThat(lastDay(contract)).isEqualTo(today.plusDays(11));
        assertThat(kinds(contract)).contains("redaction-refused").doesNotContain("redaction-ended");
    }

    @Test
    void what_was_approved_for_other_terms_stays_until_somebody_decides_on_the_present_ones() throws Exception {
        Contract contract = registered(Secrecy.CLASSIFIED);
        assertThat(decide("ruth.castillo", contract, "approve")).hasStatus(302);
        daysPass(contract, 15);

        restated(contract, Secrecy.CONFIDENTIAL_TERMS);
        assertThat(page("erin.walsh", contract)).doesNotContain("Title " + word, "Agency " + word);

        assertThat(decide("george.tan", contract, "approve")).hasStatus(302);
        assertThat(page("erin.walsh", contract)).doesNotContain("Title " + word).contains("Agency " + word);
    }

    @Test
    void those_who_decide_are_reminded_before_it_is_over_and_the_owner_before_an_approved_one_is() {
        Contract contract = registered(Secrecy.CLASSIFIED);
        daysPass(contract, 10);
        awaitNotice("ruth.castillo", contract.reference() + ": secrecy terms still wait for a decision");

        assertThat(decide("ruth.castillo", contract, "approve")).hasStatus(302);
        daysPass(contract, 330);
        awaitNotice("sofia.marin", contract.reference() + ": a redaction ends on ");
    }

    @Test
    void the_database_grants_nobody_more() {
        Contract secret = registered(Secrecy.CONFIDENTIAL_TERMS);
        Contract open = registered(Secrecy.NONE);

        refused(insert(open, "TITLE", "'CLASSIFIED'", "null", false), "not under these secrecy terms");
        refused(insert(open, "TITLE", "null", "current_date + 3", false), "provisional_for_secrecy_only");
        refused(insert(open, "TITLE", "null", "null", true), "asked for before it is decided");
        refused(insert(secret, "AGENCY", "'CONFIDENTIAL_TERMS'", "null", false), "do not withhold the agency");
        refused(insert(secret, "TITLE", "'CONFIDENTIAL_TERMS'", "current_date + 15", false), "for 14 days");
        refused(insert(secret, "TITLE", "'CONFIDENTIAL_TERMS'", "null", false), "redaction_waiting_once");
        refused(
                "update contract.redaction set provisional_until = provisional_until + 9 where contract_id = '"
                        + secret.id() + "'",
                "");
    }

    private Contract registered(Secrecy terms) {
        return registering.register(draft(terms), "FORM", RegisteredContracts.SOFIA);
    }

    private Contract restated(Contract contract, Secrecy terms) {
        return registering.change(contract.id(), contract.version(), draft(terms), RegisteredContracts.SOFIA);
    }

    private ContractDraft draft(Secrecy terms) {
        ContractDraft plain = RegisteredContracts.aDraft("Title " + word);
        return new ContractDraft(
                plain.title(),
                plain.description(),
                new Contract.Agency("Agency " + word, null, AgencyType.BORDER, "US"),
                null,
                "Supplier " + word,
                null,
                plain.resellers(),
                plain.endUsers(),
                Set.of("CLOUD_HOSTING"),
                plain.dataKinds(),
                plain.countries(),
                plain.value(),
                plain.period(),
                terms,
                plain.identifiers());
    }

    private MvcTestResult decide(String person, Contract contract, String act) {
        UUID redaction = database.sql("select id from contract.redaction where contract_id = :id and approved is null")
                .param("id", contract.id().value())
                .query(UUID.class)
                .single();
        return mvc.post()
                .uri("/contracts/" + contract.id() + "/redaction/" + redaction + "/" + act)
                .param("why", "Nothing speaks for it.")
                .with(csrf())
                .with(People.signedInAs(person))
                .exchange();
    }

    private String page(String person, Contract contract) throws Exception {
        return text(person, "/contracts/" + contract.id());
    }

    private String found(String person, String query) throws Exception {
        return text(person, "/contracts?" + query);
    }

    private String text(String person, String path) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(path).with(People.signedInAs(person)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private Set<String> withheld(Contract contract) {
        return Objects.requireNonNull(secrets.secret().get(contract.id())).fields();
    }

    private LocalDate lastDay(Contract contract) {
        return database.sql(
                        "select provisional_until from contract.redaction where contract_id = :id and approved is null")
                .param("id", contract.id().value())
                .query(LocalDate.class)
                .single();
    }

    private List<String> kinds(Contract contract) {
        return record.newest(EntryFilter.ofContract(contract.id()), Long.MAX_VALUE, 20).stream()
                .map(RecordEntry::kind)
                .toList();
    }

    /** Time cannot be turned on for the whole application, so the rows grow older, past their guards, by the owner's hand. */
    private static void daysPass(Contract contract, int days) {
        OwnersHand.run(
                """
                alter table contract.redaction disable trigger guarded;
                update contract.redaction set requested_at = requested_at - interval '%1$d days', ends_on = ends_on - %1$d,
                    provisional_until = provisional_until - %1$d where contract_id = '%2$s';
                alter table contract.redaction enable trigger guarded;
                update contract.contract set registered_at = registered_at - interval '%1$d days' where id = '%2$s'
                """
                        .formatted(days, contract.id()));
    }

    private static String insert(
            Contract contract, String field, String secrecy, String provisional, boolean approved) {
        return """
               insert into contract.redaction (id, contract_id, fields, reason, requested_by, requested_at, ends_on, secrecy,
                   provisional_until, approved, decided_by, decided_at)
               values (gen_random_uuid(), '%s', array['%s'], 'A reason long enough', 'sofia.marin', now(), current_date + 30, %s, %s, %s)
               """
                .formatted(
                        contract.id(),
                        field,
                        secrecy,
                        provisional,
                        approved ? "true, 'ruth.castillo', now()" : "null, null, null");
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> database.sql(statement).update())
                .as(statement)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    private void awaitNotice(String person, String title) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(text(person, "/notices"))
                .contains(title));
    }
}
