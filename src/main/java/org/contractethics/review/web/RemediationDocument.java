package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.review.internal.followup.Remediation.Form;
import org.contractethics.review.web.ExitDocument.RulingDocument;
import org.jspecify.annotations.Nullable;

/** A remediation as programs read it. */
@Schema(name = "Remediation")
record RemediationDocument(
        UUID id,
        UUID contract,
        String cause,
        @Nullable Involvement involvement,
        String harm,
        String openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Plan> plans) {

    static RemediationDocument of(Remediation remediation) {
        return new RemediationDocument(
                remediation.id(),
                remediation.contract().value(),
                remediation.cause(),
                remediation.involvement(),
                remediation.harm(),
                remediation.openedBy(),
                remediation.openedAt(),
                remediation.closedAt(),
                remediation.plans().stream().map(Plan::of).toList());
    }

    /** @param ruling null until somebody else ruled on it */
    @Schema(name = "RemediationPlan")
    record Plan(
            int number,
            String harmed,
            String heard,
            List<Form> forms,
            String agreement,
            String plannedBy,
            Instant plannedAt,
            List<Measure> measures,
            @Nullable RulingDocument ruling,
            List<Verification> verifications) {

        static Plan of(Remediation.Plan plan) {
            return new Plan(
                    plan.number(),
                    plan.harmed(),
                    plan.heard(),
                    plan.forms(),
                    plan.agreement(),
                    plan.plannedBy(),
                    plan.plannedAt(),
                    plan.measures().stream().map(Measure::of).toList(),
                    RulingDocument.of(plan.ruling()),
                    plan.verifications().stream().map(Verification::of).toList());
        }
    }

    @Schema(name = "RemedyMeasure")
    record Measure(UUID id, int number, String text, String owner, LocalDate dueOn, List<Report> reports) {

        static Measure of(Remediation.Measure measure) {
            return new Measure(
                    measure.id(),
                    measure.number(),
                    measure.text(),
                    measure.owner(),
                    measure.dueOn(),
                    measure.reports().stream()
                            .map(report -> new Report(report.number(), report.account(), report.by(), report.at()))
                            .toList());
        }
    }

    @Schema(name = "RemedyReport")
    record Report(int number, String account, String by, Instant at) {}

    @Schema(name = "RemedyVerification")
    record Verification(int number, boolean verified, String peopleSay, String reasons, String by, Instant at) {

        static Verification of(Remediation.Verification verification) {
            return new Verification(
                    verification.number(),
                    verification.verified(),
                    verification.peopleSay(),
                    verification.reasons(),
                    verification.by(),
                    verification.at());
        }
    }
}
