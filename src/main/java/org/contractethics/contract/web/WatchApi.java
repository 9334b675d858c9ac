package org.contractethics.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.contractethics.contract.internal.Watchers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Watching contracts by programs: for the caller alone, and nobody else sees it. */
@RestController
@Tag(name = "Watching", description = "Being told when the state of a contract changes")
class WatchApi {

    private final Watchers watchers;

    WatchApi(Watchers watchers) {
        this.watchers = watchers;
    }

    @GetMapping("/api/watched-contracts")
    @Operation(summary = "The contracts that the caller watches", description = "The newest first, at most 200.")
    List<ContractAnswer> watched(@Parameter(hidden = true) Actor viewer) {
        return watchers.watchedBy(viewer).stream()
                .map(line -> ContractAnswer.of(line, null))
                .toList();
    }

    @PostMapping("/api/contracts/{contractId}/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Watch a contract",
            description = "A notice tells of each new state. Nothing changes where the caller watches it already.")
    void watch(@PathVariable ContractId contractId, @Parameter(hidden = true) Actor actor) {
        watchers.watch(contractId, actor);
    }

    @DeleteMapping("/api/contracts/{contractId}/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Watch a contract no longer")
    void unwatch(@PathVariable ContractId contractId, @Parameter(hidden = true) Actor actor) {
        watchers.unwatch(contractId, actor);
    }
}
