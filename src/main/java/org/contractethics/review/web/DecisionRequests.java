package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.Verdict;
import org.contractethics.review.internal.Verdict.ProposedCondition;
import org.contractethics.review.internal.execution.Execution;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/** What programs send from the decision on; the names are those of the fields in the forms. */
final class DecisionRequests {

    private static final Verdict NOTHING = new Verdict(null, "", List.of(), List.of(), null, "");

    private DecisionRequests() {}

    /**
     * @param outcome the one the vote carried
     * @param expiresOn last day of an approval
     * @param question what the account owner has to answer, where the contract goes back
     * @param customerNotice what the customer is told, where the services are suspended
     * @param safety what is done for the safety of affected people, where the services are suspended
     * @param askedAnswers why conditions that votes ask for are not taken up, by account name of the voter, a stroke and the
     *     place of the condition among those of the vote, as in {@code leo.brandt/1}; a refusal names those that are missing
     * @param concernAnswers the answer to each open concern, by its id; a refusal names those that are missing
     */
    @Schema(name = "DecisionRequest")
    record DecisionRequest(
            @Nullable Outcome outcome,
            @Nullable String reasons,
            @Nullable List<@Nullable String> rights,
            @Nullable List<@Nullable ConditionRequest> conditions,
            @Nullable LocalDate expiresOn,
            @Nullable String question,
            @Nullable String customerNotice,
            @Nullable String safety,
            @Nullable Map<String, String> askedAnswers,
            @Nullable Map<String, String> concernAnswers) {

        Map<String, String> answers() {
            return concernAnswers == null ? Map.of() : concernAnswers;
        }

        Verdict verdict() {
            return new Verdict(
                    outcome,
                    Sent.text(reasons),
                    Sent.list(rights),
                    Sent.rows(conditions).stream()
                            .map(ConditionRequest::condition)
                            .toList(),
                    expiresOn,
                    Sent.text(question),
                    askedAnswers == null ? Map.of() : askedAnswers,
                    new Verdict.Hold(Sent.text(customerNotice), Sent.text(safety)));
        }
    }

    /**
     * @param owner account name of who has to meet it
     * @param evidence what will show that it is met
     */
    @Schema(name = "ConditionRequest")
    record ConditionRequest(
            @Nullable String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            boolean blocking,
            @Nullable String evidence) {

        ProposedCondition condition() {
            return new ProposedCondition(Sent.text(text), Sent.text(owner), due, blocking, Sent.text(evidence));
        }
    }

    @Schema(name = "ClarificationRequest")
    record ClarificationRequest(@Nullable String answer) {}

    /** @param concern id of an open concern about the contract; asked of the ombuds only */
    @Schema(name = "AppealRequest")
    record AppealRequest(@Nullable String reasons, @Nullable String concern) {}

    /** @param outcome what the decision is to be changed to, where the choice is CHANGE */
    @Schema(name = "AppealVoteRequest")
    record AppealVoteRequest(@Nullable AppealResult choice, @Nullable Outcome outcome, @Nullable String reasons) {}

    /** @param changedTo the new decision, where the ruling changes the first one; its reasons are those of the ruling */
    @Schema(name = "AppealRulingRequest")
    record AppealRulingRequest(
            @Nullable AppealResult result, @Nullable String reasons, @Nullable DecisionRequest changedTo) {

        Map<String, String> answers() {
            return changedTo == null ? Map.of() : changedTo.answers();
        }

        Verdict verdict() {
            Verdict changed = changedTo == null ? NOTHING : changedTo.verdict();
            return new Verdict(
                    changed.outcome(),
                    Sent.text(reasons),
                    changed.rights(),
                    changed.conditions(),
                    changed.expiresOn(),
                    changed.question());
        }
    }

    /**
     * @param same whether what was signed is what was decided on
     * @param copies ids of the executed copies, of those that were brought
     * @param companySignatory who signed for the company
     * @param customerSignatory who signed for the customer
     * @param signedOn the later of the days on which both sides signed
     * @param additionsRead that the words filled in and added by signing were read and change nothing; needed where there are any
     * @param licence number of the licence, where legal had found one to be needed
     * @param difference what differs, in words
     */
    @Schema(name = "SignatureRequest")
    record SignatureRequest(
            @Nullable Boolean same,
            @Nullable List<@Nullable UUID> copies,
            @Nullable String companySignatory,
            @Nullable String customerSignatory,
            @Nullable LocalDate signedOn,
            @Nullable Boolean additionsRead,
            @Nullable String licence,
            @Nullable String difference) {

        Confirmation confirmation() {
            Execution execution = new Execution(
                    Sent.rows(copies).stream().map(DocumentVersionId::new).toList(),
                    Sent.text(companySignatory),
                    Sent.text(customerSignatory),
                    signedOn,
                    Boolean.TRUE.equals(additionsRead));
            return new Confirmation(same, Sent.text(licence), Sent.text(difference), execution);
        }
    }

    /** @param result RETURN where the contract was not signed: the approval lapsed, and it went back to the account owner */
    @Schema(name = "SignatureAnswer")
    record SignatureAnswer(GateResult result, ReviewDocument review) {}
}
