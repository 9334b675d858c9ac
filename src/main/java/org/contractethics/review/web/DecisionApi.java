package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.contractethics.review.internal.AnsweringClarification;
import org.contractethics.review.internal.ConfirmingSignature;
import org.contractethics.review.internal.DecidingAppeal;
import org.contractethics.review.internal.FilingAppeal;
import org.contractethics.review.internal.RecordingDecision;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.VotingOnAppeal;
import org.contractethics.review.web.DecisionRequests.AppealRequest;
import org.contractethics.review.web.DecisionRequests.AppealRulingRequest;
import org.contractethics.review.web.DecisionRequests.AppealVoteRequest;
import org.contractethics.review.web.DecisionRequests.ClarificationRequest;
import org.contractethics.review.web.DecisionRequests.DecisionRequest;
import org.contractethics.review.web.DecisionRequests.SignatureAnswer;
import org.contractethics.review.web.DecisionRequests.SignatureRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
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

/** From the decision to the signature, by the use cases of the pages. */
@RestController
@RequestMapping("/api/reviews/{reviewId}")
@Tag(name = "Decisions", description = "Decision, clarification, appeal and signature")
class DecisionApi {

    private final ReviewAnswers answers;
    private final RecordingDecision decision;
    private final AnsweringClarification clarification;
    private final FilingAppeal filing;
    private final DecidingAppeal appeal;
    private final VotingOnAppeal appealVotes;
    private final ConfirmingSignature signature;

    DecisionApi(
            ReviewAnswers answers,
            RecordingDecision decision,
            AnsweringClarification clarification,
            FilingAppeal filing,
            DecidingAppeal appeal,
            VotingOnAppeal appealVotes,
            ConfirmingSignature signature) {
        this.answers = answers;
        this.decision = decision;
        this.clarification = clarification;
        this.filing = filing;
        this.appeal = appeal;
        this.appealVotes = appealVotes;
        this.signature = signature;
    }

    @PostMapping("/stages/decision")
    @Operation(
            summary = "Record the decision (S8)",
            description =
                    "The outcome is the one the vote carried (H6). With RETURN the contract goes back to the account"
                            + " owner with a question. Each open concern about the contract is answered under its id.")
    ResponseEntity<ReviewDocument> decide(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        decision.record(reviewId, request.verdict(), request.answers(), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/stages/clarification")
    @Operation(summary = "Answer the clarification request (S1 again)", description = "The review begins afresh.")
    ResponseEntity<ReviewDocument> clarify(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ClarificationRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        clarification.answer(reviewId, Sent.text(request.answer()), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/appeals")
    @Operation(
            summary = "Appeal a decision (S9)",
            description =
                    "Once, within its period; a rejection because of a critical impact not at all (H6). The ombuds names"
                            + " the concern about the contract that it is for. Where somebody appealed already, those who dissented and the"
                            + " ombuds join that appeal with their reasons. If-Match is asked of those who may read the review,"
                            + " which leadership may not.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appeal(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AppealRequest request,
            Actor actor) {
        if (answers.mayRead(reviewId, actor)) {
            answers.demandSeen(ifMatch, reviewId, actor);
        }
        filing.file(reviewId, Sent.text(request.reasons()), Sent.text(request.concern()), actor);
    }

    @PostMapping("/stages/appeal/votes")
    @Operation(
            summary = "Vote on an appeal (S9)",
            description =
                    "Members of the board committee vote by name; the votes are open. A vote for CHANGE names the outcome. Nobody"
                            + " votes while those who dissented, or the ombuds for a letter, can still join the appeal (H5).")
    ResponseEntity<ReviewDocument> voteOnAppeal(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AppealVoteRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        appealVotes.vote(reviewId, request.choice(), request.outcome(), Sent.text(request.reasons()), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/stages/appeal")
    @Operation(
            summary = "Rule on an appeal (S9)",
            description =
                    "What more than half of at least two named votes are for; a change needs two thirds where the tables"
                            + " ask them. Where no result has its majority, RETURN can be ruled. The first decision stays"
                            + " visible. A changed decision answers each open concern, like the first one.")
    ResponseEntity<ReviewDocument> rule(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AppealRulingRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        appeal.rule(reviewId, request.result(), request.verdict(), request.answers(), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/stages/signature-gate")
    @Operation(
            summary = "Confirm the signature (S10)",
            description =
                    "Names the executed copies that were brought (executed-copies), who signed for both sides and when. Refused with rule"
                            + " H7 where a copy is not what was decided on, or it was not signed while the approval held, and while"
                            + " those who dissented can still appeal the approval (S9). Where the documents or facts changed"
                            + " since the decision, or same is false, the act is done and answers LAPSED or RETURN: the"
                            + " approval lapses and nothing is signed.")
    ResponseEntity<SignatureAnswer> sign(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SignatureRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        GateResult result = signature.confirm(reviewId, request.confirmation(), actor);
        ResponseEntity<ReviewDocument> review = answers.answer(reviewId, actor);
        return ResponseEntity.ok()
                .eTag(review.getHeaders().getETag())
                .body(new SignatureAnswer(result, answers.readable(reviewId, actor)));
    }
}
