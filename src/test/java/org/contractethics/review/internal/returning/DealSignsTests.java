package org.contractethics.review.internal.returning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.returning.EarlierDeal.Sign;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DealSignsTests {

    private static final Agency ICE = agency("U.S. Immigration and Customs Enforcement", "Homeland Security");
    private static final Agency CBP = agency("Customs and Border Protection", "Homeland Security");
    private static final Agency SCHOOLS = agency("Ministry of Education", null);

    private final Contract refused = contract("Analytics for field offices", ICE, null, "Example Systems");

    @Test
    void the_same_agency_through_somebody_else_is_a_sign_however_it_is_written() {
        Agency written = agency("US Immigration  and Customs enforcement", null);

        assertThat(DealSigns.between(contract("Anything", written, null, "A go-between"), refused))
                .contains(Sign.AGENCY);
    }

    @Test
    void whoever_pays_is_an_agency_too() {
        assertThat(DealSigns.between(contract("Anything", SCHOOLS, ICE, "A go-between"), refused))
                .contains(Sign.AGENCY);
    }

    @Test
    void a_reseller_in_between_is_somebody_else() {
        Contract resold = contract("Anything", ICE, null, "Example Systems", "A go-between");

        assertThat(DealSigns.between(resold, refused)).contains(Sign.AGENCY);
        assertThat(DealSigns.between(contract("Anything", ICE, null, "Example  systems"), refused))
                .isEmpty();
    }

    @Test
    void a_department_is_a_sign_only_with_a_capability_in_common() {
        assertThat(DealSigns.between(contract("Anything", CBP, null, "A go-between"), refused))
                .contains(Sign.DEPARTMENT);
        assertThat(DealSigns.between(with(Set.of("PUBLIC_WEBSITE"), "Anything", CBP), refused))
                .isEmpty();
    }

    @Test
    void the_same_work_in_the_same_country_is_a_sign_whoever_asks_for_it() {
        assertThat(DealSigns.between(with(Set.of("DATA"), "Field offices: analytics", SCHOOLS), refused))
                .contains(Sign.SUBJECT);
        assertThat(DealSigns.between(with(Set.of("DATA"), "Mail for teachers", SCHOOLS), refused))
                .isEmpty();
        assertThat(DealSigns.between(with(Set.of("DATA", "VOICE"), "Analytics for field offices", SCHOOLS), refused))
                .isEmpty();
    }

    private static Agency agency(String name, @Nullable String parent) {
        return new Agency(name, parent, AgencyType.BORDER, "US");
    }

    private static Contract with(Set<String> capabilities, String title, Agency agency) {
        return contract(capabilities, title, agency, null, "A go-between", List.of());
    }

    private static Contract contract(
            String title, Agency agency, @Nullable Agency funding, String supplier, String... resellers) {
        return contract(Set.of("DATA"), title, agency, funding, supplier, List.of(resellers));
    }

    private static Contract contract(
            Set<String> capabilities,
            String title,
            Agency agency,
            @Nullable Agency funding,
            String supplier,
            List<String> resellers) {
        return new Contract(
                new ContractId(UUID.randomUUID()),
                0,
                "C-000001",
                title,
                "",
                agency,
                funding,
                supplier,
                null,
                resellers,
                List.of(),
                capabilities,
                Set.of(),
                Set.of("US"),
                new Contract.ContractValue(null, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null),
                "FORM",
                null,
                ContractState.REGISTERED,
                null,
                null,
                Instant.EPOCH);
    }
}
