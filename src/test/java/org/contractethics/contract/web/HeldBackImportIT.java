package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.contract.internal.imports.TemplateFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S6: a file that somebody in sales uploads rewrites no contract of a colleague that people reviewed or signed. */
@IntegrationTest
class HeldBackImportIT {

    private static final String HEADER =
            "Fiscal Year,Agency,Award ID,Recipient Name,Federal Action Obligation,Action Date,Modification,"
                    + "Product/Service Description,NAICS Description,Transaction Description,Generated Award ID\n";
    private static final Actor TOM = new Actor("tom.lindqvist", "Tom Lindqvist", Set.of(Role.SUBMITTER));

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final ContractRegister register;
    private final JdbcClient database;
    private final String piid =
            "70" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Autowired
    HeldBackImportIT(
            MockMvcTester mvc, RegisteringContracts registering, ContractRegister register, JdbcClient database) {
        this.mvc = mvc;
        this.registering = registering;
        this.register = register;
        this.database = database;
    }

    @Test
    void a_colleague_changes_nothing_of_what_was_approved_or_signed() throws Exception {
        Contract contract = ofTom();

        for (ContractState state : new ContractState[] {ContractState.APPROVED, ContractState.SIGNED}) {
            become(state, contract);
            String answer = imported("sofia.marin", "9000");
            become(ContractState.REGISTERED, contract);

            assertThat(answer)
                    .contains("held back", contract.reference(), "account owner", "triage officer", "legal reviewer");
            assertThat(register.get(contract.id()).value()).isEqualTo(contract.value());
            assertThat(transactions(contract)).isZero();
        }
    }

    @Test
    void the_account_owner_and_a_legal_reviewer_import_the_same_file() throws Exception {
        Contract contract = ofTom();
        become(ContractState.SIGNED, contract);

        String byOwner = imported("tom.lindqvist", "100");
        long afterOwner = obligated(contract);
        String byLegal = imported("leo.brandt", "300");
        long afterLegal = obligated(contract);
        become(ContractState.REGISTERED, contract);

        assertThat(byOwner).doesNotContain("held back");
        assertThat(afterOwner).isEqualTo(10_000);
        assertThat(byLegal).doesNotContain("held back");
        assertThat(afterLegal).isEqualTo(30_000);
    }

    @Test
    void what_was_only_registered_is_brought_up_to_date_by_any_award_file() throws Exception {
        Contract contract = ofTom();

        assertThat(imported("sofia.marin", "100")).doesNotContain("held back");

        assertThat(obligated(contract)).isEqualTo(10_000);
    }

    @Test
    void the_template_is_for_sales() throws Exception {
        assertThat(upload("leo.brandt", "template.xlsx", TemplateFixtures.strict()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private Contract ofTom() throws Exception {
        String first = piid + "X";
        mustEnd(upload("sofia.marin", "awards.csv", csv(first, "1")));
        String agency = database.sql("select awarding_name from contract.contract where piid = :piid")
                .param("piid", first)
                .query(String.class)
                .single();
        return registering.register(draft(agency), "FORM", TOM);
    }

    private ContractDraft draft(String agency) {
        ContractDraft any = RegisteredContracts.aDraft(piid);
        return new ContractDraft(
                any.title(),
                any.description(),
                new Contract.Agency(
                        agency,
                        null,
                        any.awardingAgency().type(),
                        any.awardingAgency().country()),
                null,
                any.supplier(),
                null,
                any.resellers(),
                any.endUsers(),
                any.capabilities(),
                any.dataKinds(),
                any.countries(),
                new Contract.ContractValue(5_000L, null, "EUR"),
                any.period(),
                any.secrecy(),
                new Contract.Identifiers(piid, null, null));
    }

    private String imported(String person, String amount) throws Exception {
        return mustEnd(upload(person, "awards.csv", csv(piid, amount)));
    }

    private static byte[] csv(String number, String amount) {
        return (HEADER + "2021,ICE," + number + ",CO," + amount + ",2021-01-05,0,SOFTWARE,X,ANALYTICS " + number
                        + ",\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private MvcTestResult upload(String person, String name, byte[] content) {
        return mvc.post()
                .uri("/contracts/import")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .with(People.signedInAs(person))
                .with(csrf())
                .exchange();
    }

    private String mustEnd(MvcTestResult uploaded) throws Exception {
        assertThat(uploaded).hasStatus3xxRedirection();
        String path = String.valueOf(uploaded.getResponse().getRedirectedUrl());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> page(path)
                .contains("<span role=\"status\">Finished"));
        return page(path);
    }

    private String page(String path) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(path).with(People.signedInAs("august.lund")).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private long obligated(Contract contract) {
        Long minor = register.get(contract.id()).value().obligatedMinor();
        return minor == null ? -1 : minor;
    }

    private int transactions(Contract contract) {
        return database.sql("select count(*) from contract.award_transaction where contract_id = :id")
                .param("id", contract.id().value())
                .query(Integer.class)
                .single();
    }

    /** As if its review had allowed it: without the triggers that demand a decision. */
    private static void become(ContractState state, Contract contract) {
        OwnersHand.run("alter table contract.contract disable trigger user;"
                + "update contract.contract set state = '" + state.name() + "' where id = '" + contract.id() + "';"
                + "alter table contract.contract enable trigger user");
    }
}
