package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.FindingResult;
import org.contractethics.concern.internal.FindingsOfConcerns.Finding;
import org.contractethics.concern.internal.WeighingConcerns;
import org.contractethics.concern.internal.WeighingConcerns.Weighed;
import org.contractethics.concern.internal.question.AskingFilers;
import org.contractethics.concern.internal.question.ReadingQuestions;
import org.contractethics.concern.internal.question.ReadingQuestions.Answered;
import org.contractethics.concern.internal.question.ReadingQuestions.Asked;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
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

/** What reviewers of a contract weigh of the concerns about it, and ask their filers, by programs. */
@RestController
@RequestMapping("/api/contracts/{contractId}/concerns")
@Tag(name = "Concerns about a contract", description = "For those who review it, as far as they may know of each")
class WeighingApi {

    private final WeighingConcerns weighing;
    private final ReadingQuestions questions;
    private final AskingFilers asking;
    private final EntityTags tags;

    WeighingApi(WeighingConcerns weighing, ReadingQuestions questions, AskingFilers asking, EntityTags tags) {
        this.weighing = weighing;
        this.questions = questions;
        this.asking = asking;
        this.tags = tags;
    }

    /**
     * @param mayAsk whether the caller may put a question to its filer, as far as a list can tell
     * @param notShown why there is no text; empty where there is
     */
    @Schema(name = "WeighedConcern")
    record WeighedAnswer(
            UUID id,
            boolean open,
            boolean mayAsk,
            String topic,
            String status,
            String about,
            String notShown,
            String text,
            List<String> rights,
            String desiredOutcome,
            List<WeighedFinding> findings,
            List<WeighedQuestion> questions) {

        static WeighedAnswer of(Weighed weighed, List<Asked> asked) {
            return new WeighedAnswer(
                    weighed.id().value(),
                    weighed.open(),
                    weighed.mayAsk(),
                    weighed.topic(),
                    weighed.status(),
                    weighed.about(),
                    weighed.notShown(),
                    weighed.text(),
                    weighed.rights(),
                    weighed.desiredOutcome(),
                    weighed.findings().stream().map(WeighedFinding::of).toList(),
                    asked.stream().map(WeighedQuestion::of).toList());
        }
    }

    @Schema(name = "WeighedFinding")
    record WeighedFinding(int allegation, int version, String claim, FindingResult result, String facts) {

        static WeighedFinding of(Finding finding) {
            return new WeighedFinding(
                    finding.allegation(), finding.version(), finding.claim(), finding.result(), finding.facts());
        }
    }

    /**
     * @param ruledOn the day on which those who handle the concern decided about it; null while they have not
     * @param turnedBack why it was not passed on; empty where it was, and while nobody decided
     * @param answer what reviewers may know of it; null while they may know of none
     */
    @Schema(name = "WeighedQuestion")
    record WeighedQuestion(
            int number,
            String text,
            LocalDate askedOn,
            @Nullable LocalDate ruledOn,
            String turnedBack,
            @Nullable String answer) {

        static WeighedQuestion of(Asked asked) {
            Answered answer = asked.answer();
            return new WeighedQuestion(
                    asked.number(),
                    asked.text(),
                    asked.askedOn(),
                    asked.ruledOn(),
                    asked.turnedBack(),
                    answer == null ? null : answer.text());
        }
    }

    @Schema(name = "FilerQuestionRequest")
    record QuestionRequest(@Nullable String question) {}

    /** @param asked how many questions reviewers have put about it by now */
    @Schema(name = "FilerAsked")
    record AskedAnswer(UUID concern, int asked) {}

    @GetMapping
    @Operation(
            summary = "The concerns that the caller weighs when they review the contract",
            description =
                    "None for whom that is not to do, nor any that is kept from the caller. Only open concerns show"
                            + " their text.")
    ResponseEntity<List<WeighedAnswer>> weighed(
            @PathVariable ContractId contractId, @Parameter(hidden = true) Actor viewer) {
        List<WeighedAnswer> answer = answer(contractId, viewer);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping("/{concernId}/questions")
    @Operation(
            summary = "Put a question to the filer of a concern, or to who opened a letter",
            description =
                    "It goes to those who handle the concern, who pass it on or say why not. Nothing is kept under the"
                            + " Idempotency-Key: the answer changes the ETag of the list, so that it is refused when sent again.")
    ResponseEntity<AskedAnswer> ask(
            @PathVariable ContractId contractId,
            @PathVariable ConcernId concernId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody QuestionRequest request,
            @Parameter(hidden = true) Actor reviewer) {
        asking.demandMayAsk(contractId, concernId, reviewer);
        tags.demand(ifMatch, answer(contractId, reviewer));
        asking.ask(contractId, concernId, FormFields.orEmpty(request.question()), reviewer);
        List<WeighedAnswer> now = answer(contractId, reviewer);
        int asked = now.stream()
                .filter(one -> one.id().equals(concernId.value()))
                .mapToInt(one -> one.questions().size())
                .sum();
        return ResponseEntity.ok().eTag(tags.of(now)).body(new AskedAnswer(concernId.value(), asked));
    }

    private List<WeighedAnswer> answer(ContractId contract, Actor viewer) {
        List<Weighed> all = weighing.on(contract, viewer);
        Map<ConcernId, List<Asked>> asked =
                questions.forReviewer(all.stream().map(Weighed::id).toList(), viewer);
        return all.stream()
                .map(one -> WeighedAnswer.of(one, asked.getOrDefault(one.id(), List.of())))
                .toList();
    }
}
