package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.contractethics.workflow.internal.SavedView;
import org.contractethics.workflow.internal.SavedViews;
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

/** Saved views of the inbox for programs: each person's own. */
@RestController
@RequestMapping("/api/inbox/saved-views")
@Tag(name = "Inbox")
class SavedViewApi {

    private final SavedViews saved;
    private final EntityTags tags;

    SavedViewApi(SavedViews saved, EntityTags tags) {
        this.saved = saved;
        this.tags = tags;
    }

    /**
     * @param view all, mine, groups, unclaimed, overdue or done
     * @param filter parameters of {@code GET /api/inbox}, by name
     * @param isDefault whether the inbox opens with it
     */
    @Schema(name = "SavedView")
    record SavedViewAnswer(UUID id, String name, String view, Map<String, String> filter, boolean isDefault) {

        static SavedViewAnswer of(SavedView saved) {
            InboxRequest request = InboxRequest.of(saved.address());
            return new SavedViewAnswer(
                    saved.id(), saved.name(), request.view().path(), request.parameters(), saved.isDefault());
        }
    }

    /** @param filter q, tier, role, step, agency, due and sort, each as in {@code GET /api/inbox} */
    @Schema(name = "NewSavedViewRequest")
    record NewSavedViewRequest(
            @Nullable String name, @Nullable String view, @Nullable Map<String, @Nullable String> filter) {

        /** What the inbox would take for "any" is refused: a view that shows more than was meant is of no use. */
        InboxRequest question() {
            Map<String, String> given = new LinkedHashMap<>();
            if (filter != null) {
                filter.forEach((parameter, value) -> {
                    if (value != null && !value.isBlank()) {
                        given.put(parameter, value);
                    }
                });
            }
            InboxRequest question = InboxRequest.of(known(), given);
            List<FormProblem> problems = new ArrayList<>();
            given.forEach((parameter, value) -> {
                boolean usual = parameter.equals("sort") && value.equals("due");
                if (!usual && !question.parameters().containsKey(parameter)) {
                    problems.add(new FormProblem(
                            "filter", "The inbox has no filter " + parameter + " with the value " + value + "."));
                }
            });
            if (!problems.isEmpty()) {
                throw Refused.invalid(problems);
            }
            return question;
        }

        private View known() {
            String named = view == null ? View.ALL.path() : view;
            return Arrays.stream(View.values())
                    .filter(candidate -> candidate.path().equals(named))
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid(List.of(new FormProblem(
                            "view", "Name a view of the inbox: all, mine, groups, unclaimed, overdue or done."))));
        }
    }

    /** Both at once, as they are to be. */
    @Schema(name = "SavedViewRequest")
    record SavedViewRequest(@Nullable String name, @Nullable Boolean isDefault) {}

    @GetMapping
    @Operation(summary = "The saved views of the caller", description = "By name; nobody else sees them.")
    List<SavedViewAnswer> list(Actor actor) {
        return saved.of(actor).stream().map(SavedViewAnswer::of).toList();
    }

    @GetMapping("/{viewId}")
    @Operation(summary = "One saved view")
    ResponseEntity<SavedViewAnswer> read(@PathVariable UUID viewId, Actor actor) {
        SavedViewAnswer answer = SavedViewAnswer.of(saved.get(viewId, actor));
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping
    @Operation(summary = "Save a view of the inbox under a name")
    @ApiResponse(responseCode = "201", description = "Saved")
    ResponseEntity<SavedViewAnswer> save(@RequestBody NewSavedViewRequest request, Actor actor) {
        UUID id = saved.save(text(request.name()), request.question().address(), actor);
        SavedViewAnswer answer = SavedViewAnswer.of(saved.get(id, actor));
        return ResponseEntity.created(URI.create("/api/inbox/saved-views/" + id))
                .eTag(tags.of(answer))
                .body(answer);
    }

    @PutMapping("/{viewId}")
    @Operation(summary = "Rename a saved view, and say whether the inbox opens with it")
    ResponseEntity<SavedViewAnswer> change(
            @PathVariable UUID viewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SavedViewRequest request,
            Actor actor) {
        SavedView now = saved.get(viewId, actor);
        tags.demand(ifMatch, SavedViewAnswer.of(now));
        saved.rename(viewId, text(request.name()), actor);
        boolean chosen = Boolean.TRUE.equals(request.isDefault());
        if (chosen != now.isDefault()) {
            saved.makeDefault(viewId, chosen, actor);
        }
        return read(viewId, actor);
    }

    @DeleteMapping("/{viewId}")
    @Operation(summary = "Delete a saved view")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID viewId, Actor actor) {
        saved.delete(viewId, actor);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
