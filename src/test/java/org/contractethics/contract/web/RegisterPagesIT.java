package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.contract.ContractFixtures.aForm;
import static org.contractethics.contract.ContractFixtures.packedAgencies;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractFixtures;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class RegisterPagesIT {

    private static final Actor SOFIA = ContractFixtures.person("sofia.marin", Role.SUBMITTER, Role.EMPLOYEE);

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final ContractRegister register;

    @Autowired
    RegisterPagesIT(MockMvcTester mvc, RegisteringContracts registering, ContractRegister register) {
        this.mvc = mvc;
        this.registering = registering;
        this.register = register;
    }

    @Test
    void sales_registers_a_contract_and_everyone_in_the_company_finds_it() throws Exception {
        String title = "Visa case system " + word();
        MvcTestResult saved = post("sofia.marin", "/contracts/new", aForm(title, word()), -1);

        assertThat(saved).hasStatus(HttpStatus.FOUND);
        assertThat(page("erin.walsh", "/contracts?q=" + title.substring(17)))
                .contains(title, "Immigration enforcement");
        assertThat(page("erin.walsh", String.valueOf(saved.getResponse().getRedirectedUrl())))
                .contains(title, "USD 19,400,000.00")
                .doesNotContain("First Reseller");
        assertThat(page("dana.whitfield", String.valueOf(saved.getResponse().getRedirectedUrl())))
                .contains("First Reseller", "Mexico", "Data processing for case management");
    }

    /** T10 */
    @Test
    void nobody_finds_a_contract_by_what_they_do_not_see_of_it() throws Exception {
        String title = "Case system " + word();
        String number = word();
        ContractForm form = aForm(title, number);
        String described = "zz" + word();
        ContractForm told = new ContractForm(
                form.title(),
                "Of " + described,
                form.agencyName(),
                form.agencyParent(),
                form.agencyType(),
                form.agencyCountry(),
                "Funding " + described,
                form.supplier(),
                "Group " + described,
                "Reseller " + described,
                form.endUsers(),
                form.capabilities(),
                form.dataKinds(),
                form.countries(),
                form.obligated(),
                form.ceiling(),
                form.currency(),
                form.start(),
                form.end(),
                form.secrecy(),
                form.piid(),
                form.parentPiid(),
                form.ocid());
        MvcTestResult saved = post("sofia.marin", "/contracts/new", told, -1);
        assertThat(saved).hasStatus(HttpStatus.FOUND);

        for (String hidden : List.of(described, described.substring(0, 8), number)) {
            assertThat(page("erin.walsh", "/contracts?q=" + hidden)).contains("No contract matches");
            assertThat(page("dana.whitfield", "/contracts?q=" + hidden)).contains(title);
            assertThat(page("sofia.marin", "/contracts?q=" + hidden)).contains(title);
        }
        assertThat(page("erin.walsh", "/contracts?q=" + title.substring(12))).contains(title);
    }

    @Test
    void what_is_wrong_is_told_and_what_was_typed_stays_harmless() throws Exception {
        ContractForm form = aForm("<script>alert(1)</script>", word());
        ContractForm wrong = new ContractForm(
                form.title(),
                "<img src=x onerror=alert(1)>",
                "\"><script>",
                "",
                "",
                "US",
                "",
                "<b>",
                "",
                "<i>",
                "",
                List.of(),
                List.of(),
                "<svg onload=x>",
                "-1",
                "",
                "USD",
                "soon",
                "",
                "NONE",
                "'\"><script>",
                "",
                "");
        MvcTestResult answer = post("sofia.marin", "/contracts/new", wrong, -1);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getResponse().getContentAsString())
                .contains(
                        "There is a problem",
                        "is not a date",
                        "is not a country",
                        "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)", "<img src=x", "<svg onload");
    }

    @Test
    void script_in_every_text_is_shown_as_text() throws Exception {
        String nasty = "<script>alert('" + word() + "')</script>";
        ContractForm form = new ContractForm(
                nasty, nasty, nasty, nasty, "", "US", nasty, nasty, nasty, nasty, nasty, List.of(), List.of(), "", "",
                "", "USD", "", "", "NONE", word(), "", nasty);
        MvcTestResult saved = post("sofia.marin", "/contracts/new", form, -1);

        assertThat(saved).hasStatus(HttpStatus.FOUND);
        assertThat(page("dana.whitfield", String.valueOf(saved.getResponse().getRedirectedUrl())))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert(");
        assertThat(page("dana.whitfield", "/contracts")).doesNotContain("<script>alert(");
    }

    @Test
    void two_people_editing_at_once_both_see_both_versions() throws Exception {
        Contract contract = registered(aForm("First words " + word(), word()));
        String edit = "/contracts/" + contract.id() + "/edit";
        post(
                "sofia.marin",
                edit,
                aForm("Their words", String.valueOf(contract.identifiers().piid())),
                0);

        MvcTestResult stale = post(
                "sofia.marin",
                edit,
                aForm("My words", String.valueOf(contract.identifiers().piid())),
                0);

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(stale.getResponse().getContentAsString())
                .contains(
                        "Somebody else changed this contract",
                        "Their words",
                        "My words",
                        "Save mine on top",
                        "value=\"1\"");
        assertThat(post(
                        "sofia.marin",
                        edit,
                        aForm("My words", String.valueOf(contract.identifiers().piid())),
                        1))
                .hasStatus(HttpStatus.FOUND);
        assertThat(register.get(contract.id()).title()).isEqualTo("My words");
        assertThat(register.get(contract.id()).version()).isEqualTo(2);
    }

    @Test
    void a_contract_number_is_registered_once() throws Exception {
        ContractForm form = aForm("Once", word());
        Contract contract = registered(form);

        MvcTestResult second = post("sofia.marin", "/contracts/new", form, -1);

        assertThat(second).hasStatus(HttpStatus.CONFLICT);
        assertThat(second.getResponse().getContentAsString()).contains("already registered as " + contract.reference());
    }

    @Test
    void a_secret_contract_is_neither_shown_nor_found_by_what_is_withheld() throws Exception {
        String hidden = "hidden" + word();
        ContractForm open = aForm(hidden, word());
        ContractForm secret = new ContractForm(
                open.title(),
                open.description(),
                open.agencyName(),
                "",
                "",
                "US",
                "",
                "Supplier " + hidden,
                "",
                "",
                "",
                open.capabilities(),
                open.dataKinds(),
                "",
                "",
                "",
                "USD",
                "",
                "",
                "CLASSIFIED",
                open.piid(),
                "",
                "");
        Contract contract = registered(secret);

        assertThat(page("erin.walsh", "/contracts/" + contract.id()))
                .contains(contract.reference(), "Immigration enforcement", "United States", "Cloud hosting")
                .doesNotContain(hidden, "Immigration and Customs Enforcement");
        assertThat(page("erin.walsh", "/contracts?q=" + hidden)).contains("No contract matches");
        assertThat(page("tom.lindqvist", "/contracts?q=" + hidden)).contains("No contract matches");
        assertThat(page("sofia.marin", "/contracts?q=" + hidden)).contains(hidden);
        assertThat(page("dana.whitfield", "/contracts?q=" + hidden)).contains(hidden);
    }

    @Test
    void rights_are_checked_on_the_server() throws Exception {
        Contract contract = registered(aForm("Rights " + word(), word()));

        assertThat(get("erin.walsh", "/contracts/new")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("erin.walsh", "/contracts/new", aForm("X", word()), -1)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("tom.lindqvist", "/contracts/" + contract.id() + "/edit"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("fatima.noor", "/contracts")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("fatima.noor", "/contracts/" + contract.id())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("erin.walsh", "/contracts/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("erin.walsh", "/contracts/no-id")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/contracts/" + contract.id() + "/take")
                        .with(People.signedInAs("tom.lindqvist"))
                        .with(csrf()))
                .hasStatus(HttpStatus.CONFLICT);
    }

    private Contract registered(ContractForm form) {
        return registering.register(
                form.read(null, Catalogue.packedCapabilities(), packedAgencies())
                        .draft(),
                "FORM",
                SOFIA);
    }

    private MvcTestResult get(String person, String path) {
        return mvc.get().uri(path).with(People.signedInAs(person)).exchange();
    }

    private String page(String person, String path) throws Exception {
        MvcTestResult answer = get(person, path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult post(String person, String path, ContractForm form, int version) {
        return mvc.post()
                .uri(path)
                .with(People.signedInAs(person))
                .with(csrf())
                .param("version", Integer.toString(version))
                .param("title", form.title())
                .param("description", form.description())
                .param("agencyName", form.agencyName())
                .param("agencyParent", form.agencyParent())
                .param("agencyCountry", form.agencyCountry())
                .param("fundingName", form.fundingName())
                .param("supplier", form.supplier())
                .param("supplierParent", form.supplierParent())
                .param("resellers", form.resellers())
                .param("endUsers", form.endUsers())
                .param("capabilities", form.capabilities().toArray(String[]::new))
                .param("dataKinds", form.dataKinds().toArray(String[]::new))
                .param("countries", form.countries())
                .param("obligated", form.obligated())
                .param("ceiling", form.ceiling())
                .param("currency", form.currency())
                .param("start", form.start())
                .param("end", form.end())
                .param("secrecy", form.secrecy())
                .param("piid", form.piid())
                .param("ocid", form.ocid())
                .exchange();
    }

    private static String word() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
    }
}
