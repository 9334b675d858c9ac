package org.contractethics.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.search.internal.IndexState;
import org.contractethics.search.internal.IndexState.State;
import org.contractethics.search.internal.RebuildingIndex;
import org.contractethics.search.internal.Rebuilds.Rebuild;
import org.contractethics.search.internal.RefusedClauses.RefusedOf;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The search index, for programs of those who look after it. */
@RestController
@RequestMapping("/api/search")
@Tag(name = "Search index", description = "How it stands, and its rebuilding from the database")
class IndexApi {

    private final IndexState state;
    private final RebuildingIndex rebuilding;

    IndexApi(IndexState state, RebuildingIndex rebuilding) {
        this.state = state;
        this.rebuilding = rebuilding;
    }

    /**
     * @param index name of the index in use; null while there is none, or while the cluster does not answer
     * @param blocked whether the cluster keeps it read-only, as it does when its disk is full
     * @param versions how many document versions belong into it
     * @param incidents how many incidents belong into it, with their evidence
     * @param waiting contracts whose changes are not in it yet
     * @param refused clauses that the cluster would not take, by document version
     */
    @Schema(name = "SearchIndex")
    record IndexAnswer(
            boolean down,
            @Nullable String index,
            long clauses,
            boolean blocked,
            int versions,
            int incidents,
            int waiting,
            List<RefusedAnswer> refused,
            List<RebuildAnswer> rebuilds) {

        static IndexAnswer of(State state) {
            return new IndexAnswer(
                    state.down(),
                    state.index(),
                    state.clauses(),
                    state.blocked(),
                    state.versions(),
                    state.incidents(),
                    state.waiting(),
                    state.refused().stream().map(RefusedAnswer::of).toList(),
                    state.rebuilds().stream().map(RebuildAnswer::of).toList());
        }
    }

    /** @param first number of the first clause that was refused */
    @Schema(name = "RefusedClauses")
    record RefusedAnswer(String version, int clauses, int first, String field, String reason) {

        static RefusedAnswer of(RefusedOf refused) {
            return new RefusedAnswer(
                    refused.version(), refused.clauses(), refused.ordinal() + 1, refused.field(), refused.reason());
        }
    }

    /**
     * @param total contracts to index; 0 until they were counted
     * @param finishedAt null while it is under way
     * @param failure why it stands still at the moment; null while it runs
     */
    @Schema(name = "SearchRebuild")
    record RebuildAnswer(
            UUID id,
            String requestedBy,
            Instant requestedAt,
            int total,
            int done,
            @Nullable Instant finishedAt,
            @Nullable String failure) {

        static RebuildAnswer of(Rebuild rebuild) {
            return new RebuildAnswer(
                    rebuild.id(),
                    rebuild.requestedBy(),
                    rebuild.requestedAt(),
                    rebuild.total(),
                    rebuild.done(),
                    rebuild.finishedAt(),
                    rebuild.failure());
        }
    }

    @GetMapping("/index")
    @Operation(
            summary = "How the search index stands",
            description = "Answered also while the search cluster is down. The newest rebuild comes first.")
    IndexAnswer state() {
        return IndexAnswer.of(state.now());
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuild the search index",
            description =
                    "It begins soon after; the old index answers until the new one is done. Refused with 409 while one is under"
                            + " way.")
    IndexAnswer rebuild(@Parameter(hidden = true) Actor monitor) {
        rebuilding.request(monitor);
        return IndexAnswer.of(state.now());
    }
}
