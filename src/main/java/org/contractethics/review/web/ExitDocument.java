package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.followup.ContractExit;
import org.contractethics.review.internal.followup.ContractExit.PlanTexts;
import org.contractethics.review.internal.followup.Ruling;
import org.jspecify.annotations.Nullable;

/** The exit of a contract as programs read it. */
@Schema(name = "Exit")
record ExitDocument(
        UUID id,
        UUID contract,
        String reason,
        String openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Plan> plans) {

    static ExitDocument of(ContractExit exit) {
        return new ExitDocument(
                exit.id(),
                exit.contract().value(),
                exit.reason(),
                exit.openedBy(),
                exit.openedAt(),
                exit.closedAt(),
                exit.plans().stream().map(Plan::of).toList());
    }

    /** @param ruling null until the board committee ruled on it */
    @Schema(name = "ExitPlan")
    record Plan(
            int number,
            PlanTexts texts,
            LocalDate servicesEndOn,
            LocalDate dataGoneBy,
            String plannedBy,
            Instant plannedAt,
            @Nullable RulingDocument ruling,
            List<Report> reports) {

        static Plan of(ContractExit.Plan plan) {
            return new Plan(
                    plan.number(),
                    plan.texts(),
                    plan.servicesEndOn(),
                    plan.dataGoneBy(),
                    plan.plannedBy(),
                    plan.plannedAt(),
                    RulingDocument.of(plan.ruling()),
                    plan.reports().stream().map(Report::of).toList());
        }
    }

    @Schema(name = "ExitReport")
    record Report(
            int number,
            LocalDate servicesEndedOn,
            String dataProof,
            String people,
            String reportedBy,
            Instant reportedAt,
            @Nullable RulingDocument ruling) {

        static Report of(ContractExit.Report report) {
            return new Report(
                    report.number(),
                    report.servicesEndedOn(),
                    report.dataProof(),
                    report.people(),
                    report.reportedBy(),
                    report.reportedAt(),
                    RulingDocument.of(report.ruling()));
        }
    }

    /** What somebody else said of a plan or a report. */
    @Schema(name = "PlanRuling")
    record RulingDocument(boolean accepted, String reasons, String by, Instant at) {

        static @Nullable RulingDocument of(@Nullable Ruling ruling) {
            return ruling == null
                    ? null
                    : new RulingDocument(ruling.accepted(), ruling.reasons(), ruling.by(), ruling.at());
        }
    }

    /** @param accepted whether it stands; else it goes back with the reasons */
    @Schema(name = "PlanRulingRequest")
    record RulingRequest(@Nullable Boolean accepted, @Nullable String rulingReasons) {}
}
