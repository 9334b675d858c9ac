package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.review.internal.followup.FoundInside;
import org.contractethics.review.internal.followup.Incident;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.IncidentEvidence.SentFile;
import org.contractethics.review.internal.followup.Incidents;
import org.contractethics.review.internal.followup.RecordingIncidents;
import org.contractethics.review.internal.followup.RecordingIncidents.News;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** S11 for programs: incidents of a signed contract, the rights they concern, and the files that show them. */
@RestController
@RequestMapping("/api/contracts/{contractId}/incidents")
@Tag(name = "Monitoring", description = "What became known of a signed contract, and what cannot be seen")
class IncidentApi {

    private static final String MISSING = "There is no such contract.";

    private final RecordingIncidents recording;
    private final Incidents incidents;
    private final EvidenceFiles files;
    private final FollowUpAnswers answers;

    IncidentApi(RecordingIncidents recording, Incidents incidents, EvidenceFiles files, FollowUpAnswers answers) {
        this.recording = recording;
        this.incidents = incidents;
        this.files = files;
        this.answers = answers;
    }

    /**
     * @param reliability A, completely reliable, to E, unreliable; F where it cannot be judged
     * @param rights codes of the catalogue
     */
    @Schema(name = "Incident")
    record IncidentAnswer(
            UUID id,
            Incident.Kind kind,
            LocalDate happenedOn,
            String source,
            Incident.Reliability reliability,
            String account,
            List<String> rights,
            List<EvidenceAnswer> evidence,
            String recordedBy,
            Instant recordedAt) {

        static IncidentAnswer of(Incident incident) {
            return new IncidentAnswer(
                    incident.id(),
                    incident.kind(),
                    incident.happenedOn(),
                    incident.source(),
                    incident.reliability(),
                    incident.account(),
                    incident.rights(),
                    incident.evidence().stream().map(EvidenceAnswer::of).toList(),
                    incident.recordedBy(),
                    incident.recordedAt());
        }
    }

    /**
     * @param number its place below the incident, from 1
     * @param sha256 of the original
     * @param outcome whether a copy that is safe to read could be rebuilt
     * @param text what came of reading it for the search; null while it is being read
     * @param notFound what search does not find of it, and why; empty where it finds everything
     * @param inside the files inside it, at all depths
     */
    @Schema(name = "IncidentEvidence")
    record EvidenceAnswer(
            int number,
            String fileName,
            long bytes,
            String sha256,
            Outcome outcome,
            @Nullable Ending text,
            String notFound,
            List<InsideAnswer> inside) {

        static EvidenceAnswer of(EvidenceFile file) {
            return new EvidenceAnswer(
                    file.number(),
                    file.fileName(),
                    file.bytes(),
                    file.sha256(),
                    file.outcome(),
                    file.text().ending(),
                    file.text().missing(),
                    file.text().inside().stream().map(InsideAnswer::of).toList());
        }
    }

    /**
     * @param place its name and the names of the files around it, itself first, without the file of the incident
     * @param text what came of reading it for the search
     * @param notFound what search does not find of it, and why; empty where it finds everything
     */
    @Schema(name = "FileInsideEvidence")
    record InsideAnswer(List<String> place, Ending text, String notFound) {

        static InsideAnswer of(FoundInside inside) {
            return new InsideAnswer(inside.place(), inside.ending(), inside.missing());
        }
    }

    /**
     * @param account what happened, without the name of anybody who may be hurt by it
     * @param rights codes of the catalogue, for example R05
     */
    @Schema(name = "IncidentRequest")
    record IncidentRequest(
            Incident.@Nullable Kind kind,
            @Nullable LocalDate happenedOn,
            @Nullable String source,
            Incident.@Nullable Reliability reliability,
            @Nullable String account,
            @Nullable List<@Nullable String> rights) {

        News news(List<SentFile> files) {
            return new News(
                    kind,
                    happenedOn,
                    Sent.text(source),
                    reliability,
                    Sent.text(account),
                    Sent.list(rights).stream().distinct().toList(),
                    files);
        }
    }

    @GetMapping
    @Operation(summary = "Incidents and news of a contract", description = "The latest first.")
    List<IncidentAnswer> incidents(@PathVariable ContractId contractId, Actor viewer) {
        answers.demandReadable(contractId, viewer, MISSING);
        return incidents.of(contractId).stream().map(IncidentAnswer::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record an incident or news of a signed contract (S11)",
            description =
                    "By who watches signed contracts and has no part in the sale (H1). It cannot be changed; a signal of harm"
                            + " brings the next re-review forward.")
    @ApiResponse(responseCode = "201", description = "Recorded")
    ResponseEntity<IncidentAnswer> record(
            @PathVariable ContractId contractId, @RequestBody IncidentRequest request, Actor actor) {
        return recorded(contractId, recording.record(contractId, request.news(List.of()), actor));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "The same with files that show it",
            description = "At most 10 files, 25 MB together, beside the same fields in one part `incident` of JSON.")
    @ApiResponse(responseCode = "201", description = "Recorded")
    ResponseEntity<IncidentAnswer> recordWithEvidence(
            @PathVariable ContractId contractId,
            @RequestPart IncidentRequest incident,
            @RequestPart(required = false) @Nullable List<MultipartFile> evidence,
            Actor actor) {
        return recorded(contractId, recording.record(contractId, incident.news(SentFiles.evidence(evidence)), actor));
    }

    private ResponseEntity<IncidentAnswer> recorded(ContractId contract, UUID id) {
        IncidentAnswer recorded = incidents.of(contract).stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .map(IncidentAnswer::of)
                .orElseThrow();
        return ResponseEntity.created(URI.create("/api/contracts/" + contract + "/incidents"))
                .body(recorded);
    }

    @GetMapping("/{incidentId}/files/{number}")
    @Operation(summary = "The copy of a file of an incident that was rebuilt to be read without danger")
    ResponseEntity<byte[]> copy(
            @PathVariable ContractId contractId,
            @PathVariable UUID incidentId,
            @PathVariable int number,
            Actor viewer) {
        return files.copy(contractId, incidentId, number, viewer);
    }

    @GetMapping("/{incidentId}/files/{number}/original")
    @Operation(summary = "A file of an incident as it came")
    ResponseEntity<byte[]> original(
            @PathVariable ContractId contractId,
            @PathVariable UUID incidentId,
            @PathVariable int number,
            Actor viewer) {
        return files.original(contractId, incidentId, number, viewer);
    }
}
