package org.contractethics.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.internal.CommentingVersion;
import org.contractethics.policy.internal.DecidingVersion;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.Proposal;
import org.contractethics.policy.internal.ProposingVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** S0 for programs: a change of the policy is proposed, commented, approved by somebody else, or withdrawn. */
@RestController
@RequestMapping("/api/policy/versions")
@Tag(name = "Policy")
class PolicyChangesApi {

    private final ProposingVersion proposing;
    private final CommentingVersion commenting;
    private final DecidingVersion deciding;
    private final PolicyInForce policy;
    private final VersionAnswers answers;

    PolicyChangesApi(
            ProposingVersion proposing,
            CommentingVersion commenting,
            DecidingVersion deciding,
            PolicyInForce policy,
            VersionAnswers answers) {
        this.proposing = proposing;
        this.commenting = commenting;
        this.deciding = deciding;
        this.policy = policy;
        this.answers = answers;
    }

    /**
     * @param basedOn number of the version in force that the caller read
     * @param text what the policy is to say; left out, its words stay
     * @param files text of each changed file by its name, as in {@code files} of a version
     * @param effectiveOn the first day it is in force, within two years: after the time in which staff comment, or today where there is none
     */
    @Schema(name = "PolicyProposalRequest")
    record ProposalRequest(
            @Nullable Integer basedOn,
            @Nullable String text,
            @Nullable Map<String, @Nullable String> files,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {

        Proposal proposal(int based, String textInForce) {
            return new Proposal(
                    based,
                    text == null ? textInForce : text.replace("\r\n", "\n"),
                    changed(),
                    reason == null ? "" : reason,
                    effectiveOn);
        }

        /** A byte order mark is what some programs put before a text; it is none of it. */
        private static String withoutMark(String content) {
            return content.startsWith("\uFEFF") ? content.substring(1) : content;
        }

        private Map<String, String> changed() {
            Map<String, String> changed = new HashMap<>();
            if (files != null) {
                files.forEach((name, content) -> changed.put(name, content == null ? "" : withoutMark(content)));
            }
            return changed;
        }
    }

    @Schema(name = "PolicyCommentRequest")
    record CommentRequest(@Nullable String comment) {}

    /** @param concerns by the id of each open concern about the policy what it weighs for the version; only an approval needs it */
    @Schema(name = "PolicyDecisionRequest")
    record DecisionRequest(@Nullable String reasons, @Nullable Map<String, @Nullable String> concerns) {

        Map<String, String> weighed() {
            Map<String, String> weighed = new HashMap<>();
            if (concerns != null) {
                concerns.forEach((id, text) -> weighed.put(id, text == null ? "" : text));
            }
            return weighed;
        }

        String words() {
            return reasons == null ? "" : reasons;
        }
    }

    @PostMapping
    @Operation(
            summary = "Propose a change of the policy",
            description =
                    "By human-rights reviewers and the board committee. Every combination of inputs is tried: a table without an"
                            + " answer, or one that takes the unknown for low (H16), is refused. Nothing holds by being proposed.")
    @ApiResponse(responseCode = "201", description = "Proposed")
    ResponseEntity<VersionDocument.Summary> propose(@RequestBody ProposalRequest request, Actor actor) {
        Integer basedOn = request.basedOn();
        if (basedOn == null) {
            throw Refused.invalid(
                    List.of(new FormProblem("based-on", "Name the version in force that the change was written for.")));
        }
        String text = policy.version(basedOn).content().text();
        int number = proposing.propose(request.proposal(basedOn, text), actor);
        return ResponseEntity.created(URI.create("/api/policy/versions/" + number))
                .body(answers.summary(number));
    }

    @PostMapping("/{number}/comments")
    @Operation(
            summary = "Comment on a version that is not in force yet",
            description = "By everybody of the company. It stays with the version, under the name of the caller.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(@PathVariable int number, @RequestBody CommentRequest request, Actor actor) {
        commenting.comment(number, request.comment() == null ? "" : request.comment(), actor);
    }

    @PostMapping("/{number}/approval")
    @Operation(
            summary = "Approve a proposed version",
            description =
                    "By a member of the board committee who did not write it, on all comments made so far and each open concern about the"
                            + " policy; a refusal names those that are missing. Not before the time in which staff comment is over. It is in force from its day on.")
    ResponseEntity<VersionDocument> approve(
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, number);
        deciding.approve(number, request.words(), request.weighed(), actor);
        return answers.answer(number, actor);
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(
            summary = "Withdraw a version that is not in force yet",
            description =
                    "A proposal by its author or the board committee, an approved version by the board committee.")
    ResponseEntity<VersionDocument> withdraw(
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, number);
        deciding.withdraw(number, request.words(), actor);
        return answers.answer(number, actor);
    }
}
