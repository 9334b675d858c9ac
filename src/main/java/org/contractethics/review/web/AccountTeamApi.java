package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.team.DenyingPay;
import org.contractethics.review.internal.team.NamingTeam;
import org.contractethics.review.internal.team.PayDenial;
import org.contractethics.review.internal.team.PayDenial.Ruling;
import org.contractethics.review.internal.team.PayDenials;
import org.contractethics.review.internal.team.RulingOnPay;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** H1 for programs: who is named as paid by a contract, and how that is denied. */
@RestController
@RequestMapping("/api/contracts/{contractId}/account-team")
@Tag(name = "Account teams", description = "Who is named as paid by a contract and takes no part in its review (H1)")
class AccountTeamApi {

    private final DenyingPay denying;
    private final NamingTeam naming;
    private final RulingOnPay ruling;
    private final PayDenials denials;
    private final FollowUpAnswers answers;

    AccountTeamApi(
            DenyingPay denying, NamingTeam naming, RulingOnPay ruling, PayDenials denials, FollowUpAnswers answers) {
        this.denying = denying;
        this.naming = naming;
        this.ruling = ruling;
        this.denials = denials;
        this.answers = answers;
    }

    /**
     * @param paid whether it was ruled that they are paid by the contract; null, as the rest, until somebody ruled
     */
    @Schema(name = "PayDenial")
    record DenialAnswer(
            UUID id,
            String person,
            String reasons,
            Instant deniedAt,
            @Nullable Boolean paid,
            @Nullable String rulingReasons,
            @Nullable String ruledBy) {

        static DenialAnswer of(PayDenial denial) {
            Ruling ruled = denial.ruling();
            return new DenialAnswer(
                    denial.id(),
                    denial.person(),
                    denial.reasons(),
                    denial.deniedAt(),
                    ruled == null ? null : ruled.paid(),
                    ruled == null ? null : ruled.reasons(),
                    ruled == null ? null : ruled.by());
        }
    }

    @Schema(name = "PayDenialRequest")
    record DenialRequest(@Nullable String reasons) {}

    /** @param people account names */
    @Schema(name = "AccountTeamRequest")
    record TeamRequest(@Nullable List<String> people) {}

    @Schema(name = "PayRulingRequest")
    record RulingRequest(@Nullable Boolean paid, @Nullable String reasons) {}

    @GetMapping("/denials")
    @Operation(
            summary = "The denials that the caller may read",
            description = "Their own, and those that they can rule on; the newest first.")
    List<DenialAnswer> denials(@PathVariable ContractId contractId, Actor actor) {
        answers.demandReadable(contractId, actor, "There is no such contract.");
        return denials.of(contractId).stream()
                .filter(denial -> denial.person().equals(actor.username())
                        || ruling.refusal(denial, actor).isEmpty())
                .map(DenialAnswer::of)
                .toList();
    }

    @PostMapping("/denials")
    @Operation(
            summary = "Deny being paid by a contract",
            description =
                    "By whoever is named. They take no part in its review until the panel chair or the board committee ruled on it.")
    @ResponseStatus(HttpStatus.CREATED)
    DenialAnswer deny(@PathVariable ContractId contractId, @RequestBody DenialRequest request, Actor actor) {
        return DenialAnswer.of(ruling.get(denying.deny(contractId, Sent.text(request.reasons()), actor)));
    }

    @PostMapping("/denials/{denialId}/rulings")
    @Operation(
            summary = "Rule whether somebody is paid by a contract (H1)",
            description =
                    "Once, by the panel chair or the board committee without a part in the sale, and not by who is named.")
    @ResponseStatus(HttpStatus.CREATED)
    DenialAnswer rule(
            @PathVariable ContractId contractId,
            @PathVariable UUID denialId,
            @RequestBody RulingRequest request,
            Actor actor) {
        if (!ruling.get(denialId).contract().equals(contractId)) {
            throw Refused.notFound("There is no such denial.");
        }
        ruling.rule(denialId, request.paid(), Sent.text(request.reasons()), actor);
        return DenialAnswer.of(ruling.get(denialId));
    }

    @PostMapping("/people")
    @Operation(
            summary = "Name who else is paid by a contract in review",
            description = "By the account owner, until the vote opens. They take no part in the review and are told.")
    @ResponseStatus(HttpStatus.CREATED)
    TeamRequest name(@PathVariable ContractId contractId, @RequestBody TeamRequest request, Actor actor) {
        List<String> people = Sent.list(request.people());
        naming.name(contractId, people, actor);
        return new TeamRequest(people);
    }
}
