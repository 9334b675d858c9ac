package org.contractethics.screening.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.screening.internal.ListVersion;
import org.contractethics.screening.internal.LoadingLists;
import org.contractethics.screening.internal.LoadingLists.Loaded;
import org.contractethics.screening.internal.ReadingScreenings;
import org.contractethics.screening.internal.ReadingScreenings.SourceState;
import org.contractethics.screening.internal.SourceDraft;
import org.contractethics.screening.internal.lists.ListFormat;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lists for other programs. Versions are added, and what is in force already raises nothing: no If-Match. */
@RestController
@RequestMapping("/api/screening/lists")
@Tag(name = "Screening")
class ListApi {

    private final ReadingScreenings screenings;
    private final LoadingLists loading;

    ListApi(ReadingScreenings screenings, LoadingLists loading) {
        this.screenings = screenings;
        this.loading = loading;
    }

    /** @param staleAfterDays from 1 to 400: an older version marks every result as stale */
    @Schema(name = "ListSourceRequest")
    record SourceRequest(
            @Nullable String name,
            @Nullable ListFormat format,
            @Nullable String licence,
            @Nullable String attribution,
            @Nullable Integer staleAfterDays) {

        SourceDraft draft() {
            return new SourceDraft(text(name), format, text(licence), text(attribution), staleAfterDays);
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    /**
     * @param staleSince since when the newest version is too old; null where it is not, or there is none
     * @param versions the newest, which is in force, first
     */
    @Schema(name = "ListSource")
    record SourceDocument(
            UUID id,
            String name,
            ListFormat format,
            String licence,
            String attribution,
            int staleAfterDays,
            @Nullable LocalDate staleSince,
            List<ListVersion> versions) {

        static SourceDocument of(SourceState state) {
            return new SourceDocument(
                    state.source().id(),
                    state.source().name(),
                    state.source().format(),
                    state.source().licence(),
                    state.source().attribution(),
                    state.source().staleAfterDays(),
                    state.staleSince(),
                    state.versions());
        }
    }

    @GetMapping
    @Operation(summary = "The sources of lists with their versions, licences and days")
    List<SourceDocument> read() {
        return screenings.sources().stream().map(SourceDocument::of).toList();
    }

    @PostMapping
    @Operation(
            summary = "Add a source",
            description = "By a legal reviewer. Nothing is screened against it before a version is uploaded.")
    @ApiResponse(responseCode = "201", description = "Added")
    ResponseEntity<SourceDocument> add(@RequestBody SourceRequest request, @Parameter(hidden = true) Actor actor) {
        UUID id = loading.addSource(request.draft(), actor);
        return ResponseEntity.created(URI.create("/api/screening/lists"))
                .body(SourceDocument.of(screenings.source(id)));
    }

    @PostMapping(path = "/{sourceId}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a version of a list",
            description =
                    "All files of the list in the field `file`, by a legal reviewer. Refused where it is malformed, older than the one in force or"
                            + " more than a fifth smaller: then the one in force stays. The same list again raises nothing.")
    @ApiResponse(responseCode = "200", description = "The same list as before; nothing is raised")
    @ApiResponse(responseCode = "201", description = "In force")
    ResponseEntity<Loaded> load(
            @PathVariable UUID sourceId,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @Parameter(description = "The day of the list, for lists that do not say it themselves")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate stated,
            @Parameter(hidden = true) Actor actor)
            throws IOException {
        Loaded loaded = loading.load(sourceId, SentLists.files(file), stated, actor);
        return ResponseEntity.status(loaded.same() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(loaded);
    }
}
