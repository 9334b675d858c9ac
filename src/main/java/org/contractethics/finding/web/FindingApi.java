package org.contractethics.finding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.ContractFindings;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.finding.Findings.Verdict;
import org.contractethics.finding.internal.AddingTerms;
import org.contractethics.finding.internal.AddingTerms.Proposal;
import org.contractethics.finding.internal.JudgingFindings;
import org.contractethics.finding.internal.JudgingFindings.Opinion;
import org.contractethics.finding.internal.ProposedTerms.Term;
import org.contractethics.finding.internal.QuerySets;
import org.contractethics.finding.internal.QuerySets.Version;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Findings and the query set for other programs. */
@RestController
@Tag(
        name = "Findings",
        description = "What stands in the clauses of a contract, what is missing, and the query set behind it")
class FindingApi {

    private final Findings findings;
    private final JudgingFindings judging;
    private final AddingTerms adding;
    private final QuerySets querySets;

    FindingApi(Findings findings, JudgingFindings judging, AddingTerms adding, QuerySets querySets) {
        this.findings = findings;
        this.judging = judging;
        this.adding = adding;
        this.querySets = querySets;
    }

    /** @param safeguards every safeguard: found, missing, or why neither can be said */
    @Schema(name = "ContractFindings")
    record ApiFindings(
            int querySet,
            List<Finding> findings,
            List<Finding> gone,
            List<ApiSafeguard> safeguards,
            List<String> notRead) {}

    @Schema(name = "SafeguardPresence")
    record ApiSafeguard(String check, String name, Findings.Presence presence, List<UUID> findings) {}

    /**
     * @param check what the finding is instead; only with CORRECTED
     * @param seen number of the last judgement that was read; 0 where there was none
     */
    @Schema(name = "JudgementRequest")
    record JudgementRequest(@Nullable Verdict verdict, @Nullable String check, @Nullable String reason, int seen) {}

    @Schema(name = "TermRequest")
    record TermRequest(@Nullable String check, @Nullable String phrase, @Nullable String reason) {}

    @Schema(name = "TermRulingRequest")
    record RulingRequest(boolean accepted, @Nullable String reason) {}

    @Schema(name = "QuerySetVersions")
    record ApiQuerySet(List<Version> versions, List<Term> terms) {}

    @Schema(name = "TermProposed")
    record Proposed(UUID id) {}

    @GetMapping("/api/contracts/{contractId}/findings")
    @Operation(
            summary = "Findings in the current documents",
            description = "404 for whoever may not read the documents.")
    ApiFindings list(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(hidden = true) Actor actor) {
        ContractFindings found = findings.of(contractId, actor)
                .orElseThrow(() -> Refused.notFound("There are no such findings, or you may not know of them."));
        List<ApiSafeguard> safeguards = found.safeguards().stream()
                .map(one -> new ApiSafeguard(
                        one.check().id(),
                        one.check().name(),
                        one.presence(),
                        one.findings().stream().map(Finding::id).toList()))
                .toList();
        return new ApiFindings(found.querySet(), found.findings(), found.gone(), safeguards, found.notRead());
    }

    @PostMapping("/api/contracts/{contractId}/findings/{findingId}/judgements")
    @Operation(summary = "Confirm, reject or correct a finding", description = "Nothing said before is overwritten.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void judge(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @PathVariable UUID findingId,
            @RequestBody JudgementRequest request,
            @Parameter(hidden = true) Actor actor) {
        judging.judge(
                contractId,
                findingId,
                new Opinion(request.verdict(), text(request.check()), text(request.reason()), request.seen()),
                actor);
    }

    @GetMapping("/api/query-set")
    @Operation(summary = "Versions of the query set, and proposed terms")
    ApiQuerySet querySet() {
        return new ApiQuerySet(querySets.all(), adding.terms());
    }

    @PostMapping("/api/query-set/terms")
    @Operation(summary = "Propose a term", description = "Another reviewer accepts or refuses it.")
    @ResponseStatus(HttpStatus.CREATED)
    Proposed propose(@RequestBody TermRequest request, @Parameter(hidden = true) Actor actor) {
        Proposal proposal = new Proposal(text(request.check()), text(request.phrase()), text(request.reason()));
        return new Proposed(adding.propose(proposal, actor));
    }

    @PostMapping("/api/query-set/terms/{termId}/ruling")
    @Operation(summary = "Accept or refuse a term of somebody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rule(@PathVariable UUID termId, @RequestBody RulingRequest request, @Parameter(hidden = true) Actor actor) {
        adding.rule(termId, request.accepted(), text(request.reason()), actor);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
