package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.review.internal.panel.Absence;
import org.contractethics.review.internal.panel.Absences;
import org.contractethics.review.internal.panel.DeclaringAbsence;
import org.contractethics.review.internal.panel.DeclaringAbsence.NewAbsence;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
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

/** Absences of the caller for programs, by the same use case as the page. */
@RestController
@RequestMapping("/api/absences")
@Tag(name = "Absences", description = "When the caller is away, and who does their tasks meanwhile")
class AbsenceApi {

    private final DeclaringAbsence declaring;
    private final Absences absences;
    private final EntityTags tags;

    AbsenceApi(DeclaringAbsence declaring, Absences absences, EntityTags tags) {
        this.declaring = declaring;
        this.absences = absences;
        this.tags = tags;
    }

    /**
     * @param own those of the caller, the latest first
     * @param standingIn those of others, not over yet, in which the caller does their tasks
     * @param delegates whom the caller can name: account name to name
     */
    @Schema(name = "Absences")
    record AbsencesAnswer(List<AbsenceAnswer> own, List<AbsenceAnswer> standingIn, Map<String, String> delegates) {}

    /**
     * @param delegate account name; null where the tasks wait
     * @param from first day
     * @param until last day
     * @param state AHEAD, NOW, OVER or WITHDRAWN
     */
    @Schema(name = "Absence")
    record AbsenceAnswer(
            UUID id,
            String person,
            @Nullable String delegate,
            LocalDate from,
            LocalDate until,
            String state,
            Instant declaredAt) {

        static AbsenceAnswer of(Absence absence, LocalDate today) {
            return new AbsenceAnswer(
                    absence.id(),
                    absence.person(),
                    absence.delegate(),
                    absence.from(),
                    absence.until(),
                    absence.stateOn(today).name(),
                    absence.declaredAt());
        }
    }

    /** @param delegate account name of somebody in delegates; left out, the tasks wait */
    @Schema(name = "AbsenceRequest")
    record AbsenceRequest(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String delegate) {}

    @GetMapping
    @Operation(summary = "The absences of the caller, and those in which the caller stands in")
    AbsencesAnswer list(Actor actor) {
        Map<String, String> delegates = new LinkedHashMap<>();
        declaring.delegates(actor).forEach(person -> delegates.put(person.username(), person.displayName()));
        return new AbsencesAnswer(
                absences.of(actor.username()).stream().map(this::answer).toList(),
                absences.coveredBy(actor.username()).stream()
                        .filter(absence -> absence.open(declaring.today()))
                        .map(this::answer)
                        .toList(),
                delegates);
    }

    @GetMapping("/{absenceId}")
    @Operation(summary = "One absence of the caller")
    ResponseEntity<AbsenceAnswer> read(@PathVariable UUID absenceId, Actor actor) {
        AbsenceAnswer answer = own(absenceId, actor);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping
    @Operation(
            summary = "Enter an absence",
            description =
                    "It ends by itself. Seats on panels go to alternates while it lasts; whether the delegate may do a certain"
                            + " task is asked for the delegate (H1, H2, H13).")
    @ApiResponse(responseCode = "201", description = "Entered")
    ResponseEntity<AbsenceAnswer> declare(@RequestBody AbsenceRequest request, Actor actor) {
        UUID id = declaring.declare(
                new NewAbsence(request.from(), request.until(), Sent.text(request.delegate())), actor);
        AbsenceAnswer answer = own(id, actor);
        return ResponseEntity.created(URI.create("/api/absences/" + id))
                .eTag(tags.of(answer))
                .body(answer);
    }

    @PostMapping("/{absenceId}/withdrawal")
    @Operation(summary = "Withdraw an absence", description = "Seats that alternates have taken meanwhile stay theirs.")
    ResponseEntity<AbsenceAnswer> withdraw(
            @PathVariable UUID absenceId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        // withdrawing is the only change there is, and the use case refuses the second of two
        tags.demand(ifMatch, own(absenceId, actor));
        declaring.withdraw(absenceId, actor);
        return read(absenceId, actor);
    }

    private AbsenceAnswer own(UUID id, Actor actor) {
        return absences.of(actor.username()).stream()
                .filter(absence -> absence.id().equals(id))
                .findFirst()
                .map(this::answer)
                .orElseThrow(() -> Refused.notFound("You have no such absence."));
    }

    private AbsenceAnswer answer(Absence absence) {
        return AbsenceAnswer.of(absence, declaring.today());
    }
}
