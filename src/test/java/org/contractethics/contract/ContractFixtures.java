package org.contractethics.contract;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/** Contracts, forms and people for tests: always valid, said in domain words. */
public final class ContractFixtures {

    private static final AgencyDirectory AGENCIES =
            new AgencyDirectory(EvaluatedPolicy.packed().agencies());

    private ContractFixtures() {}

    /** The known agencies as packed with the software. */
    public static AgencyDirectory packedAgencies() {
        return AGENCIES;
    }

    public static ContractForm aForm(String title, String piid) {
        return new ContractForm(
                title,
                "Data processing for case management",
                "ICE",
                "",
                "",
                "US",
                "",
                "Example Cloud Inc.",
                "",
                "First Reseller\nSecond Reseller",
                "Office of Case Management",
                List.of("CLOUD_HOSTING"),
                List.of("IDENTITY"),
                "United States, Mexico",
                "19400000.00",
                "25000000",
                "USD",
                "2018-01-01",
                "2019-12-31",
                "NONE",
                piid,
                "",
                "");
    }

    public static ContractDraft aDraft() {
        return aForm("Data processing", "TEST-1")
                .read(null, Catalogue.packedCapabilities(), AGENCIES)
                .draft();
    }

    public static Contract aContract(Secrecy secrecy, @Nullable String submitter) {
        return new Contract(
                new ContractId(UUID.randomUUID()),
                0,
                "C-000001",
                "Secret title",
                "",
                new Agency("Secret agency", null, AgencyType.BORDER, "US"),
                null,
                "Secret supplier",
                null,
                List.of(),
                List.of(),
                Set.of("CLOUD_HOSTING"),
                Set.of(),
                Set.of(),
                new ContractValue(100L, null, "USD"),
                new Period(null, null),
                secrecy,
                new Identifiers(null, null, null),
                "FORM",
                submitter,
                ContractState.REGISTERED,
                null,
                null,
                Instant.EPOCH);
    }

    public static Actor person(String username, Role... roles) {
        return new Actor(username, username, Set.of(roles));
    }
}
