package org.contractethics.contract.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.contract.internal.Money;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/** A contract as a system of sales sends it. What is not known is left out. */
@Schema(name = "ContractRequest")
record ContractRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 300) @Nullable String title,
        @Schema(maxLength = 10_000) @Nullable String description,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable String awardingAgency,
        @Schema(maxLength = 200) @Nullable String awardingAgencyParent,
        @Schema(description = "Name of the class; counts only where our list of agencies does not know the agency")
                @Nullable
                String awardingAgencyType,
        @Schema(description = "ISO 3166-1 alpha-2", example = "US") @Nullable String awardingAgencyCountry,
        @Schema(maxLength = 200) @Nullable String fundingAgency,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 300) @Nullable String supplier,
        @Schema(maxLength = 300) @Nullable String supplierParent,
        @Schema(description = "Nearest to the agency first, at most 20") @Nullable List<String> resellers,
        @Schema(description = "Offices, at most 50; no names of persons") @Nullable List<String> endUsers,
        @Schema(description = "Codes of the capability catalogue") @Nullable List<String> capabilities,
        @Schema(description = "Codes of the list of data kinds") @Nullable List<String> dataKinds,
        @Schema(description = "ISO 3166-1 alpha-2") @Nullable List<String> countries,
        @Schema(description = "Money committed so far, in minor units of the currency") @Nullable Long obligatedMinor,
        @Schema(description = "The most it may grow to, in minor units of the currency") @Nullable Long ceilingMinor,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "ISO 4217", example = "USD") @Nullable
                String currency,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Schema(description = "NONE, CONFIDENTIAL_TERMS, EXISTENCE_SECRET or CLASSIFIED") @Nullable String secrecy,
        @Schema(maxLength = 60) @Nullable String piid,
        @Schema(maxLength = 60) @Nullable String parentPiid,
        @Schema(maxLength = 120) @Nullable String ocid) {

    private static final Map<String, String> NAMES = Map.of(
            "agencyName", "awardingAgency",
            "agencyParent", "awardingAgencyParent",
            "agencyType", "awardingAgencyType",
            "agencyCountry", "awardingAgencyCountry",
            "fundingName", "fundingAgency",
            "obligated", "obligatedMinor",
            "ceiling", "ceilingMinor");

    /** The same form that people fill in, so that the same rules apply. */
    ContractForm form() {
        String money = text(currency);
        return new ContractForm(
                text(title),
                text(description),
                text(awardingAgency),
                text(awardingAgencyParent),
                text(awardingAgencyType),
                text(awardingAgencyCountry),
                text(fundingAgency),
                text(supplier),
                text(supplierParent),
                lines(resellers),
                lines(endUsers),
                list(capabilities),
                list(dataKinds),
                lines(countries),
                Money.plain(obligatedMinor, money),
                Money.plain(ceilingMinor, money),
                money,
                text(start),
                text(end),
                text(secrecy),
                text(piid),
                text(parentPiid),
                text(ocid));
    }

    /** The same problem under the name that the field has here. */
    static FormProblem named(FormProblem problem) {
        return new FormProblem(NAMES.getOrDefault(problem.field(), problem.field()), problem.message());
    }

    private static String lines(@Nullable List<String> texts) {
        return String.join("\n", list(texts));
    }

    private static List<String> list(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(text -> text != null).toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
