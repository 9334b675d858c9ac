package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A concern about an agency is one about each of its contracts: found there by whoever may, and kept from the people of each (H13). */
@IntegrationTest
class ConcernAboutAgencyIT {

    private static final Actor DANA = new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER));

    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final OpenConcerns open;
    private final ConcernKnowledge knowledge;
    private final Concerns concerns;
    private final ConcernMeasures measures;
    private final JdbcClient database;
    private final String agency = "Agency for Removals " + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString();

    ConcernAboutAgencyIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired OpenConcerns open,
            @Autowired ConcernKnowledge knowledge,
            @Autowired Concerns concerns,
            @Autowired ConcernMeasures measures,
            @Autowired JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.open = open;
        this.knowledge = knowledge;
        this.concerns = concerns;
        this.measures = measures;
        this.database = database;
    }

    @Test
    void it_is_counted_and_weighed_on_every_contract_of_the_agency_also_one_that_came_later() {
        ContractId one = contractOf("sofia.marin", Secrecy.NONE);
        ContractId other = registering
                .register(RegisteredContracts.aDraft("Other " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA)
                .id();
        file(Map.of("agency", agency.toUpperCase(Locale.ROOT)));
        ContractId later = contractOf("sofia.marin", Secrecy.NONE);

        for (ContractId contract : Set.of(one, later)) {
            assertThat(casePage(contract, "noah.kim")).contains("1 open concern.");
            assertThat(casePage(contract, "dana.whitfield"))
                    .contains("About the agency, with all its contracts.", "I fear for children.");
            assertThat(open.openConcerns(contract, DANA)).singleElement().satisfies(concern -> {
                assertThat(concern.id()).isEqualTo(ConcernId.valueOf(id));
                assertThat(concern.topic()).endsWith("about the agency of the contract");
            });
            assertThat(knowledge.isOpenAbout(ConcernId.valueOf(id), contract)).isTrue();
        }
        assertThat(casePage(other, "noah.kim")).contains("No open concern.");
        assertThat(body(hands.get("/concerns/" + id, "olga.petrova")))
                .contains("All contracts of the agency " + agency);
    }

    @Test
    void it_is_kept_from_the_people_of_each_of_its_contracts() {
        contractOf("sofia.marin", Secrecy.NONE);
        ContractId hers = contractOf("olga.petrova", Secrecy.NONE);
        file(Map.of("agency", agency));

        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatus(404);
        assertThat(casePage(hers, "olga.petrova")).contains("are not told whether there are concerns");
        assertThat(knowledge.keptFrom(ConcernId.valueOf(id))).contains("sofia.marin", "olga.petrova");
        assertThatThrownBy(() -> database.sql(
                                "insert into concern.key_wrap values (:id, 'HANDLING', 'olga.petrova', '\\x00')")
                        .param("id", UUID.fromString(id))
                        .update())
                .hasMessageContaining("had a hand in the contract");
        assertThat(body(hands.get("/concerns/" + id, "george.tan"))).contains("Acknowledge the concern");
    }

    @Test
    void an_agency_that_one_may_not_know_of_is_not_there_and_its_secret_contract_counts_nothing_for_them() {
        ContractId secret = contractOf("sofia.marin", Secrecy.EXISTENCE_SECRET);

        assertThat(hands.post("/concerns", "erin.walsh", filled(Map.of("agency", agency))))
                .hasStatus(422)
                .bodyText()
                .contains("The register has no agency of this name for you.", "I fear for children.", agency);
        assertThat(hands.post("/concerns", "erin.walsh", filled(Map.of("agency", "No such " + agency))))
                .hasStatus(422)
                .bodyText()
                .contains("The register has no agency of this name for you.");

        ContractId known = contractOf("sofia.marin", Secrecy.NONE);
        file(Map.of("agency", agency));

        assertThat(casePage(known, "noah.kim")).contains("1 open concern.");
        assertThat(casePage(secret, "noah.kim")).contains("No open concern.");
        assertThat(casePage(secret, "dana.whitfield")).contains("1 open concern.");
    }

    @Test
    void it_names_a_contract_or_an_agency_and_not_both() {
        ContractId contract = contractOf("sofia.marin", Secrecy.NONE);

        assertThat(hands.post(
                        "/concerns", "erin.walsh", filled(Map.of("agency", agency, "contract", contract.toString()))))
                .hasStatus(422)
                .bodyText()
                .contains("Name one contract or one agency, not both.");
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into concern.concern (id, contract, agency, mode, topic, status, filed_on, acknowledge_by, answer_by)
                                values (:id, :id, 'Agency', 'OPEN', 'HARM', 'RECEIVED', current_date, current_date, current_date)""")
                        .param("id", UUID.randomUUID())
                        .update())
                .hasMessageContaining("about_one_thing");
    }

    @Test
    void what_it_is_about_is_called_an_agency_on_the_page_to_check_and_for_those_who_handle_it() {
        contractOf("sofia.marin", Secrecy.NONE);

        assertThat(words(body(hands.post("/concerns/new/check", "erin.walsh", filled(Map.of("agency", agency))))))
                .contains("Agency All contracts of the agency " + agency)
                .doesNotContain("Contract All contracts");
        file(Map.of("agency", agency));

        assertThat(words(body(hands.get("/concerns/" + id, "olga.petrova"))))
                .contains("Agency All contracts of the agency " + agency)
                .doesNotContain("Contract All contracts");
    }

    private static String words(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void it_is_routed_by_how_far_the_contracts_of_the_agency_are() {
        contractOf("sofia.marin", Secrecy.NONE);

        file(Map.of("agency", agency));

        assertThat(database.sql("select routing_rule from concern.concern where id = :id")
                        .param("id", UUID.fromString(id))
                        .query(String.class)
                        .single())
                .isEqualTo("concern-routing-12");
        assertThat(hands.get("/concerns/" + id, "olga.petrova")).bodyText().contains("The decision has to answer it");
    }

    @Test
    void rights_are_named_by_the_codes_of_the_catalogue_and_a_clause_is_read_with_the_text() throws Exception {
        ContractId contract = contractOf("sofia.marin", Secrecy.NONE);
        String clause = "7.2 of " + UUID.randomUUID();
        Map<String, String> named =
                Map.of("contract", contract.toString(), "clause", clause, "rights", "r05, family life");

        assertThat(hands.post("/concerns", "erin.walsh", filled(Map.of("rights", "R05, R99"))))
                .hasStatus(422)
                .bodyText()
                .contains("The catalogue has no right with the code R99.", "R05, R99");
        assertThat(hands.post("/concerns/new/check", "erin.walsh", filled(named)))
                .hasStatusOk()
                .bodyText()
                .contains("R05 Liberty and security", clause);
        file(named);

        String shown = "R05 Liberty and security; no arbitrary arrest or detention, family life";
        assertThat(body(hands.get("/concerns/" + id, "olga.petrova"))).contains(shown, "Clause: " + clause);
        assertThat(casePage(contract, "dana.whitfield")).contains(shown, "Clause: " + clause);
        assertThat(casePage(contract, "noah.kim")).doesNotContain(clause, "family life");
        assertThat(new CanaryScan(clause).tables()).isEmpty();
    }

    @Test
    void nothing_is_done_to_its_contracts_by_itself_and_by_hand_only_to_one_that_the_agency_awarded() {
        ContractId one = contractOf("sofia.marin", Secrecy.NONE);
        contractOf("sofia.marin", Secrecy.NONE);
        file(Map.of("agency", agency, "topic", "IMMINENT_HARM"));
        DayOfFiling.ends(database, id);
        concerns.announce();
        assertThat(measures.of(ConcernId.valueOf(id))).isEmpty();

        Map<String, String> hold = new HashMap<>(
                Map.of("measure", "HOLD", "measure-because", "Families would be separated before the review."));
        assertThat(hands.post("/concerns/" + id + "/measures", "olga.petrova", hold))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reference of a contract of this agency", "Families would be separated");
        hold.put("measure-contract", reference(one));
        sent(hands.post("/concerns/" + id + "/measures", "olga.petrova", hold));

        assertThat(measures.of(ConcernId.valueOf(id))).singleElement().satisfies(taken -> assertThat(taken.contract())
                .isEqualTo(one));
        assertThat(body(hands.get("/concerns/" + id, "olga.petrova"))).contains("On this contract:");
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh"))).doesNotContain(one.toString());
    }

    private String reference(ContractId contract) {
        return database.sql("select 'C-' || lpad(number::text, 6, '0') from contract.contract where id = :id")
                .param("id", contract.value())
                .query(String.class)
                .single();
    }

    private void file(Map<String, String> changed) {
        sent(hands.post("/concerns", "erin.walsh", filled(changed)));
    }

    private Map<String, String> filled(Map<String, String> changed) {
        return form(id, new HashMap<>(changed));
    }

    private String casePage(ContractId contract, String viewer) {
        return body(hands.get("/contracts/" + contract, viewer));
    }

    private ContractId contractOf(String owner, Secrecy secrecy) {
        ContractDraft any = RegisteredContracts.aDraft("About the agency " + UUID.randomUUID());
        ContractDraft draft = new ContractDraft(
                any.title(),
                any.description(),
                new Agency(agency, null, any.awardingAgency().type(), "US"),
                any.fundingAgency(),
                any.supplier(),
                any.supplierParent(),
                any.resellers(),
                any.endUsers(),
                any.capabilities(),
                any.dataKinds(),
                any.countries(),
                any.value(),
                any.period(),
                secrecy,
                any.identifiers());
        return registering
                .register(draft, "FORM", new Actor(owner, owner, Set.of(Role.SUBMITTER, Role.EMPLOYEE)))
                .id();
    }
}
