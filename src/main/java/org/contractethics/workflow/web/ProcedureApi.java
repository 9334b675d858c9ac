package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.contractethics.access.EntityTags;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.workflow.internal.ContractLine;
import org.contractethics.workflow.internal.MovingCases;
import org.contractethics.workflow.internal.MovingCases.Outcome;
import org.contractethics.workflow.internal.ProcedureVersions;
import org.contractethics.workflow.internal.ProcedureVersions.OpenCase;
import org.contractethics.workflow.internal.ProcedureVersions.Plan;
import org.contractethics.workflow.internal.ProcedureVersions.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of the procedures for programs, and moving open cases to the newest one by a plan that was read. */
@RestController
@RequestMapping("/api/procedures")
@Tag(name = "Procedures", description = "By which version of its procedure a case runs, and moving it to the newest")
class ProcedureApi {

    private final ProcedureVersions versions;
    private final MovingCases moving;
    private final EntityTags tags;

    ProcedureApi(ProcedureVersions versions, MovingCases moving, EntityTags tags) {
        this.versions = versions;
        this.moving = moving;
        this.tags = tags;
    }

    /**
     * @param number of this version, {@code newest} of the one that new cases begin under
     * @param open cases that run by it, as far as the caller may know of them
     */
    @Schema(name = "ProcedureVersion")
    record VersionLine(String definition, String key, String name, int number, int newest, long open) {

        static VersionLine of(Version version) {
            return new VersionLine(
                    version.definition(),
                    version.key(),
                    version.name(),
                    version.number(),
                    version.newest(),
                    version.open());
        }
    }

    /**
     * @param process names the case in a move
     * @param subject what the procedure is about, for example a review
     * @param contract null where it is about none
     * @param obstacle why it cannot move now; null where it can
     */
    @Schema(name = "ProcedureCase")
    record CaseLine(
            String process,
            String subject,
            @Nullable String contract,
            @Nullable String reference,
            List<String> at,
            @Nullable String obstacle) {

        static CaseLine of(OpenCase open) {
            ContractLine contract = open.contract();
            return new CaseLine(
                    open.process(),
                    open.subject().toString(),
                    contract == null ? null : contract.id().toString(),
                    contract == null ? null : contract.reference(),
                    open.at(),
                    open.obstacle());
        }
    }

    /** @param lost places that the newest version does not have, or has otherwise */
    @Schema(name = "ProcedurePlan")
    record PlanAnswer(VersionLine version, List<String> kept, List<String> lost, List<CaseLine> cases) {

        static PlanAnswer of(Plan plan) {
            return new PlanAnswer(
                    VersionLine.of(plan.version()),
                    plan.kept(),
                    plan.lost(),
                    plan.cases().stream().map(CaseLine::of).toList());
        }
    }

    /**
     * @param cases their {@code process}, as in the plan
     * @param reasons why they are moved; they stand in the record
     */
    @Schema(name = "CaseMoveRequest")
    record MoveRequest(@Nullable List<@Nullable String> cases, @Nullable String reasons) {

        Set<String> chosen() {
            Set<String> chosen = new LinkedHashSet<>();
            if (cases != null) {
                cases.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .forEach(chosen::add);
            }
            return chosen;
        }

        String typed() {
            return reasons == null ? "" : reasons.replace("\0", "").strip();
        }
    }

    /** @param reason why it stays with its version */
    @Schema(name = "CaseLeft")
    record LeftLine(CaseLine left, String reason) {}

    @Schema(name = "CasesMoved")
    record MovesAnswer(List<CaseLine> moved, List<LeftLine> left) {

        static MovesAnswer of(Outcome outcome) {
            return new MovesAnswer(
                    outcome.moved().stream().map(CaseLine::of).toList(),
                    outcome.left().entrySet().stream()
                            .map(entry -> new LeftLine(CaseLine.of(entry.getKey()), entry.getValue()))
                            .toList());
        }
    }

    @GetMapping
    @Operation(
            summary = "The versions by which cases run",
            description = "Those that are not the newest first; cases as far as the caller may know of them.")
    List<VersionLine> list(Actor viewer) {
        return versions.seenBy(viewer).stream().map(VersionLine::of).toList();
    }

    @GetMapping("/{definition}")
    @Operation(
            summary = "What moving the cases of a version would do",
            description = "409 for the newest version, whose cases have nowhere to move.")
    ResponseEntity<PlanAnswer> plan(@PathVariable String definition, Actor viewer) {
        PlanAnswer plan = PlanAnswer.of(versions.plan(definition, viewer));
        return ResponseEntity.ok().eTag(tags.of(plan)).body(plan);
    }

    @PostMapping("/{definition}/moves")
    @Operation(
            summary = "Move cases to the newest version of their procedure",
            description =
                    "Case by case: one that cannot move stays, with its reason, and keeps no other from moving. Due dates stay."
                            + " The chair and the board committee move no case in whose contract they have an interest.")
    ResponseEntity<MovesAnswer> move(
            @PathVariable String definition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MoveRequest request,
            Actor actor) {
        tags.demand(ifMatch, PlanAnswer.of(versions.plan(definition, actor)));
        List<FormProblem> problems = moving.problems(request.chosen(), request.typed()).stream()
                .map(problem -> problem.field().equals("case") ? new FormProblem("cases", problem.message()) : problem)
                .toList();
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        MovesAnswer answer = MovesAnswer.of(moving.move(definition, request.chosen(), request.typed(), actor));
        return ResponseEntity.ok()
                .eTag(tags.of(PlanAnswer.of(versions.plan(definition, actor))))
                .body(answer);
    }
}
