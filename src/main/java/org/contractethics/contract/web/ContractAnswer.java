package org.contractethics.contract.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisterLine;
import org.jspecify.annotations.Nullable;

/** A contract as the API tells it: its line in the register, and the facts below it for those who may read them. */
@Schema(name = "Contract")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContractAnswer(
        String id,
        String reference,
        @Nullable String title,
        @Nullable String awardingAgency,
        String awardingAgencyType,
        String awardingAgencyCountry,
        @Nullable String supplier,
        @Nullable Long obligatedMinor,
        @Nullable Long ceilingMinor,
        @Nullable String currency,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        String secrecy,
        String state,
        @Nullable String tier,
        @Nullable String outcome,
        @Nullable Facts facts) {

    /** Facts beyond the register's line. */
    @Schema(name = "ContractFacts")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Facts(
            int version,
            String description,
            @Nullable String awardingAgencyParent,
            @Nullable String fundingAgency,
            @Nullable String supplierParent,
            List<String> resellers,
            List<String> endUsers,
            SortedSet<String> capabilities,
            SortedSet<String> dataKinds,
            SortedSet<String> countries,
            @Nullable String piid,
            @Nullable String parentPiid,
            @Nullable String ocid,
            String source,
            @Nullable String submitter,
            Instant registeredAt) {

        static Facts of(Contract c) {
            return new Facts(
                    c.version(),
                    c.description(),
                    c.awardingAgency().parent(),
                    c.fundingAgency() == null ? null : c.fundingAgency().name(),
                    c.supplierParent(),
                    c.resellers(),
                    c.endUsers(),
                    new TreeSet<>(c.capabilities()),
                    new TreeSet<>(c.dataKinds()),
                    new TreeSet<>(c.countries()),
                    c.identifiers().piid(),
                    c.identifiers().parentPiid(),
                    c.identifiers().ocid(),
                    c.source(),
                    c.submitter(),
                    c.registeredAt());
        }
    }

    static ContractAnswer of(RegisterLine line, @Nullable Facts facts) {
        Contract.ContractValue value = line.value();
        Contract.Period period = line.period();
        return new ContractAnswer(
                line.id().toString(),
                line.reference(),
                line.title(),
                line.agency(),
                line.agencyType().name(),
                line.country(),
                line.supplier(),
                value == null ? null : value.obligatedMinor(),
                value == null ? null : value.ceilingMinor(),
                value == null ? null : value.currency(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                line.secrecy().name(),
                line.state().name(),
                line.tier(),
                line.outcome(),
                facts);
    }
}
