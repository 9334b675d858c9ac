package org.contractethics.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.EntityTags;
import org.contractethics.search.internal.SavedSearch;
import org.contractethics.search.internal.SavedSearch.Alert;
import org.contractethics.search.internal.SavedSearch.Share;
import org.contractethics.search.internal.SavedSearches;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.search.internal.SharingSearches;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved searches for programs: only the search is shared, never what it finds. */
@RestController
@RequestMapping("/api/search/saved")
@Tag(name = "Saved searches", description = "The caller's own, and those that others share with them")
class SavedSearchApi {

    private static final Set<String> PARAMETERS = Stream.concat(
                    Stream.of("q", "versions", "kind"),
                    Arrays.stream(Facet.values()).map(Facet::parameter))
            .collect(Collectors.toUnmodifiableSet());

    private final SavedSearches saved;
    private final SharingSearches sharing;
    private final EntityTags tags;

    SavedSearchApi(SavedSearches saved, SharingSearches sharing, EntityTags tags) {
        this.saved = saved;
        this.sharing = sharing;
        this.tags = tags;
    }

    @Schema(name = "SavedSearchShare")
    record ShareLine(UUID id, @Nullable Role role, @Nullable String person) {

        static ShareLine of(Share share) {
            return new ShareLine(share.id(), share.role(), share.username());
        }
    }

    /**
     * @param owner account name of whoever keeps it
     * @param query the parameters with which /api/search runs it
     * @param shares with whom it is shared; empty for whoever it is shared with
     */
    @Schema(name = "SavedSearch")
    record SavedSearchAnswer(UUID id, String owner, String name, String query, Alert alert, List<ShareLine> shares) {

        static SavedSearchAnswer of(SavedSearch one, Actor viewer) {
            boolean own = one.owner().equals(viewer.username());
            return new SavedSearchAnswer(
                    one.id(),
                    one.owner(),
                    one.name(),
                    one.query(),
                    own ? one.alert() : Alert.NONE,
                    own ? one.shares().stream().map(ShareLine::of).toList() : List.of());
        }
    }

    @Schema(name = "SavedSearches")
    record SavedSearchesAnswer(List<SavedSearchAnswer> own, List<SavedSearchAnswer> shared) {}

    /** @param parameters as of /api/search: q, versions and the facets, each with its values */
    @Schema(name = "SavedSearchRequest")
    record SaveRequest(@Nullable String name, @Nullable Map<String, @Nullable List<@Nullable String>> parameters) {

        SearchQuery query() {
            Map<String, List<String>> known = new LinkedHashMap<>();
            if (parameters != null) {
                parameters.forEach((parameter, values) -> {
                    if (!PARAMETERS.contains(parameter)) {
                        throw Refused.invalid(List.of(new FormProblem(
                                "parameters",
                                "A search has no parameter " + parameter + ". Use those of /api/search.")));
                    }
                    known.put(parameter, present(values));
                });
            }
            return SearchQuery.of(known);
        }

        private static List<String> present(@Nullable List<@Nullable String> values) {
            return values == null
                    ? List.of()
                    : values.stream()
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .toList();
        }
    }

    @Schema(name = "SearchAlertRequest")
    record AlertRequest(@Nullable Alert alert) {}

    /** @param person account name; with one of the two, not both */
    @Schema(name = "SearchShareRequest")
    record ShareRequest(@Nullable Role role, @Nullable String person) {}

    @GetMapping
    @Operation(summary = "The saved searches of the caller, and those shared with them", description = "By name.")
    SavedSearchesAnswer list(@Parameter(hidden = true) Actor viewer) {
        return new SavedSearchesAnswer(
                saved.of(viewer).stream()
                        .map(one -> SavedSearchAnswer.of(one, viewer))
                        .toList(),
                saved.sharedWith(viewer).stream()
                        .map(one -> SavedSearchAnswer.of(one, viewer))
                        .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One saved search", description = "One's own, or one that is shared with the caller.")
    ResponseEntity<SavedSearchAnswer> one(@PathVariable UUID id, @Parameter(hidden = true) Actor viewer) {
        SavedSearchAnswer answer = answer(id, viewer);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping
    @Operation(summary = "Save a search under a name", description = "Only the caller sees it until they share it.")
    @ApiResponse(responseCode = "201", description = "Saved")
    ResponseEntity<SavedSearchAnswer> save(@RequestBody SaveRequest request, @Parameter(hidden = true) Actor owner) {
        String name = request.name();
        return created(saved.save(name == null ? "" : name, request.query(), owner), owner);
    }

    @PostMapping("/{id}/copy")
    @Operation(summary = "Make a search that somebody shared one of the caller's own")
    @ApiResponse(responseCode = "201", description = "Copied")
    ResponseEntity<SavedSearchAnswer> copy(@PathVariable UUID id, @Parameter(hidden = true) Actor actor) {
        return created(saved.copy(id, actor), actor);
    }

    @PutMapping("/{id}/alert")
    @Operation(
            summary = "Have new matches told, pause that, or end it",
            description = "From now on: what was indexed before, also during a pause, is no news.")
    ResponseEntity<SavedSearchAnswer> alert(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AlertRequest request,
            @Parameter(hidden = true) Actor owner) {
        var unused = saved.own(id, owner);
        tags.demand(ifMatch, answer(id, owner));
        Alert wanted = request.alert();
        if (wanted == null) {
            throw Refused.invalid(List.of(new FormProblem("alert", "Say ON, PAUSED or NONE.")));
        }
        saved.alert(id, wanted, owner);
        return one(id, owner);
    }

    @PostMapping("/{id}/shares")
    @Operation(
            summary = "Share a search with a role or a person",
            description = "Everybody finds with it what they may read themselves. A person is told by a notice.")
    SavedSearchAnswer share(
            @PathVariable UUID id, @RequestBody ShareRequest request, @Parameter(hidden = true) Actor owner) {
        String person = request.person();
        if (request.role() != null && person != null) {
            throw Refused.invalid("Share it with a role or with a person, one at a time.");
        }
        if (person == null) {
            sharing.withRole(id, request.role(), owner);
        } else {
            sharing.withPerson(id, person, owner);
        }
        return answer(id, owner);
    }

    @DeleteMapping("/{id}/shares/{share}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Share a search with somebody no longer")
    void unshare(@PathVariable UUID id, @PathVariable UUID share, @Parameter(hidden = true) Actor owner) {
        sharing.end(id, share, owner);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a saved search with its alert")
    void delete(@PathVariable UUID id, @Parameter(hidden = true) Actor owner) {
        saved.delete(id, owner);
    }

    private ResponseEntity<SavedSearchAnswer> created(UUID id, Actor owner) {
        SavedSearchAnswer answer = answer(id, owner);
        return ResponseEntity.created(URI.create("/api/search/saved/" + id))
                .eTag(tags.of(answer))
                .body(answer);
    }

    private SavedSearchAnswer answer(UUID id, Actor viewer) {
        // among the own ones a search comes with its shares
        return saved.of(viewer).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> SavedSearchAnswer.of(one, viewer))
                .orElseGet(() -> SavedSearchAnswer.of(saved.get(id, viewer), viewer));
    }
}
