package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.contract.ContractFixtures.aContract;
import static org.contractethics.contract.ContractFixtures.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);
    private static final Actor EMPLOYEE = person("erin", Role.EMPLOYEE);

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUBMITTER", "EMPLOYEE", "LEADERSHIP", "EXTERNAL_FILER"},
            mode = EnumSource.Mode.EXCLUDE)
    void review_roles_read_facts(Role role) {
        assertThat(Visibility.mayReadFacts(aContract(Secrecy.CLASSIFIED, "sofia"), person("x", role)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUBMITTER", "EMPLOYEE", "LEADERSHIP", "EXTERNAL_FILER"})
    void others_read_no_facts_of_contracts_that_are_not_theirs(Role role) {
        assertThat(Visibility.mayReadFacts(aContract(Secrecy.NONE, "sofia"), person("x", role)))
                .isFalse();
    }

    @Test
    void the_account_owner_reads_facts_as_long_as_they_work_in_sales() {
        Contract contract = aContract(Secrecy.CLASSIFIED, "sofia");

        assertThat(Visibility.mayReadFacts(contract, person("sofia", Role.SUBMITTER)))
                .isTrue();
        assertThat(Visibility.mayReadFacts(contract, person("sofia", Role.EMPLOYEE)))
                .isFalse();
    }

    @Test
    void everyone_sees_the_line_of_an_open_contract() {
        RegisterLine line =
                Visibility.line(aContract(Secrecy.NONE, "sofia"), EMPLOYEE, Catalogue.packedCapabilities(), Map.of());

        assertThat(line.title()).isEqualTo("Secret title");
        assertThat(line.obligatedShown()).isEqualTo("USD 1.00");
    }

    @Test
    void confidential_terms_withhold_title_supplier_amount_and_period() {
        RegisterLine line = under(Secrecy.CONFIDENTIAL_TERMS);

        assertThat(line.agency()).isEqualTo("Secret agency");
        assertThat(line.period()).isNull();
        assertThat(line.toString()).doesNotContain("Secret title", "Secret supplier", "100");
    }

    @ParameterizedTest
    @EnumSource(
            value = Secrecy.class,
            names = {"EXISTENCE_SECRET", "CLASSIFIED"})
    void secret_contracts_show_class_and_country_of_the_agency_and_capabilities(Secrecy secrecy) {
        RegisterLine line = under(secrecy);

        assertThat(line.agencyType()).isEqualTo(AgencyType.BORDER);
        assertThat(line.country()).isEqualTo("US");
        assertThat(line.capabilities()).isNotEmpty();
        assertThat(line.toString()).doesNotContain("Secret title", "Secret agency", "Secret supplier");
    }

    @ParameterizedTest
    @EnumSource(Secrecy.class)
    void the_terms_alone_withhold_nothing(Secrecy secrecy) {
        RegisterLine line =
                Visibility.line(aContract(secrecy, "sofia"), EMPLOYEE, Catalogue.packedCapabilities(), Map.of());

        assertThat(line.title()).isEqualTo("Secret title");
        assertThat(line.agency()).isEqualTo("Secret agency");
    }

    /** As staff see it while what the terms ask for is withheld. */
    private static RegisterLine under(Secrecy secrecy) {
        Map<RedactedField, LocalDate> withheld =
                RedactedField.under(secrecy).stream().collect(Collectors.toMap(field -> field, field -> DAY));
        return Visibility.line(aContract(secrecy, "sofia"), EMPLOYEE, Catalogue.packedCapabilities(), withheld);
    }

    @Test
    void a_redaction_withholds_what_it_names_and_nothing_else() {
        RegisterLine line = Visibility.line(
                aContract(Secrecy.NONE, "sofia"),
                EMPLOYEE,
                Catalogue.packedCapabilities(),
                Map.of(RedactedField.TITLE, DAY, RedactedField.AGENCY, DAY));

        assertThat(line.toString()).doesNotContain("Secret title", "Secret agency");
        assertThat(line.name()).isEqualTo("Contract with a redacted title");
        assertThat(line.agencyShown()).isEqualTo("Border control");
        assertThat(line.supplier()).isEqualTo("Secret supplier");
        assertThat(line.obligatedShown()).isEqualTo("USD 1.00");
        assertThat(line.redactedInWords()).isEqualTo("title, agency");
        assertThat(line.redactedUntil()).isEqualTo(DAY);
    }

    @Test
    void whoever_takes_part_in_the_review_or_owns_the_contract_sees_what_is_redacted() {
        for (Actor viewer : List.of(person("dana", Role.HR_REVIEWER), person("sofia", Role.SUBMITTER))) {
            RegisterLine line = Visibility.line(
                    aContract(Secrecy.NONE, "sofia"),
                    viewer,
                    Catalogue.packedCapabilities(),
                    Map.of(RedactedField.TITLE, DAY));

            assertThat(line.title()).isEqualTo("Secret title");
        }
    }

    @Test
    void people_outside_the_company_see_no_register() {
        assertThatThrownBy(() -> Visibility.demandRegister(person("fatima", Role.EXTERNAL_FILER)))
                .isInstanceOf(Refused.class);
    }
}
