package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.access.EntityTags;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.ChangingTargets;
import org.contractethics.workflow.internal.ChangingTargets.Form;
import org.contractethics.workflow.internal.TargetBook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Targets of stages and steps for programs, with who changed them and why. */
@RestController
@RequestMapping("/api/targets")
@Tag(name = "Targets", description = "How many working days each stage has in each tier")
class TargetApi {

    private final TargetBook targets;
    private final ChangingTargets changing;
    private final EntityTags tags;

    TargetApi(TargetBook targets, ChangingTargets changing, EntityTags tags) {
        this.targets = targets;
        this.changing = changing;
        this.tags = tags;
    }

    /** @param changes the newest first, at most 500 */
    @Schema(name = "Targets")
    record TargetsAnswer(List<TargetLine> targets, List<TargetChange> changes) {}

    /** @param workingDays by tier, T1 to T4 */
    @Schema(name = "Target")
    record TargetLine(String step, String label, Map<String, Integer> workingDays) {

        static TargetLine of(TargetBook.Line line) {
            Map<String, Integer> days = new LinkedHashMap<>();
            for (int tier = 0; tier < TargetBook.TIERS.size(); tier++) {
                days.put(TargetBook.TIERS.get(tier), line.days().get(tier));
            }
            return new TargetLine(line.step(), line.label(), days);
        }
    }

    /** @param tier null where it holds for every tier without a target of its own */
    @Schema(name = "TargetChange")
    record TargetChange(
            String step, @Nullable String tier, int workingDays, Instant validFrom, String changedBy, String reason) {

        static TargetChange of(TargetBook.Change change) {
            return new TargetChange(
                    change.step(),
                    change.tier(),
                    change.workingDays(),
                    change.validFrom(),
                    change.changedBy(),
                    change.reason());
        }
    }

    /**
     * @param step as in {@code targets}
     * @param tier T1 to T4; left out, it holds for every tier without a target of its own
     * @param days working days, 1 to 250
     */
    @Schema(name = "TargetRequest")
    record TargetRequest(
            @Nullable String step, @Nullable String tier, @Nullable Integer days, @Nullable String reason) {

        Form form() {
            return new Form(text(step), text(tier), days == null ? "" : days.toString(), text(reason));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    @GetMapping
    @Operation(summary = "The targets in force, and every change of them with its reason")
    ResponseEntity<TargetsAnswer> read() {
        TargetsAnswer answer = answer();
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping
    @Operation(
            summary = "Set a target anew",
            description = "By the board committee, with a reason. It holds for tasks that open from now on.")
    ResponseEntity<TargetsAnswer> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TargetRequest request,
            Actor actor) {
        changing.hold();
        tags.demand(ifMatch, answer());
        changing.change(request.form(), actor);
        return read();
    }

    private TargetsAnswer answer() {
        return new TargetsAnswer(
                targets.lines().stream().map(TargetLine::of).toList(),
                targets.history().stream().map(TargetChange::of).toList());
    }
}
