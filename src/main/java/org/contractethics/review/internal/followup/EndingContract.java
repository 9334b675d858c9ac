package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Days;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.ContractExit.Plan;
import org.contractethics.review.internal.followup.ContractExit.Report;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S15: the exit is carried out and reported; the contract has ended when the board committee confirmed the report. */
@Component
public class EndingContract {

    private final FollowUpWork work;
    private final ContractExits exits;
    private final SignedContracts signed;
    private final ReReviewing reReviewing;
    private final FollowUpNotices notices;

    EndingContract(
            FollowUpWork work,
            ContractExits exits,
            SignedContracts signed,
            ReReviewing reReviewing,
            FollowUpNotices notices) {
        this.work = work;
        this.exits = exits;
        this.signed = signed;
        this.reReviewing = reReviewing;
        this.notices = notices;
    }

    /** What is reported of an exit that was carried out. */
    public record Account(@Nullable LocalDate servicesEndedOn, String dataProof, String people) {}

    public List<FormProblem> problems(Account account) {
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        LocalDate ended = account.servicesEndedOn();
        Problems problems = new Problems()
                .when(
                        !Days.behind(ended, today),
                        "services-ended-on",
                        "State the day the services ended; not a day to come." + Days.BEHIND);
        Texts.demand(
                problems, account.dataProof(), "data-proof", "Say what shows that the data was returned and deleted.");
        return Texts.demand(problems, account.people(), "people", "Say what became of the people affected.")
                .list();
    }

    @Transactional
    public void report(UUID id, Account account, Actor actor) {
        ContractExit exit = lock(id);
        Open open = work.begin(id, exit.contract(), FollowUpStep.CARRY_OUT_EXIT, actor);
        Problems.refuse(problems(account));
        Plan plan = approved(exit);
        Report report = new Report(
                UUID.randomUUID(),
                plan.reports().size() + 1,
                Objects.requireNonNull(account.servicesEndedOn()),
                account.dataProof(),
                account.people(),
                actor.username(),
                open.now(),
                null);
        exits.add(plan.id(), report);
        work.finish(
                open,
                "exit-reported",
                facts(exit, report)
                        .and("servicesEndedOn", report.servicesEndedOn())
                        .and("dataProof", report.dataProof()),
                Map.of());
        notices.waits(exit.contract(), FollowUpStep.CONFIRM_EXIT, id);
    }

    public List<FormProblem> rulingProblems(@Nullable Boolean confirmed, String reasons) {
        Problems problems =
                new Problems().when(confirmed == null, "accepted", "Say whether the contract has ended as planned.");
        return Texts.demand(problems, reasons, "ruling-reasons", "Give the reasons.")
                .list();
    }

    /** @param seen number of the report that was read */
    @Transactional
    public void rule(UUID id, @Nullable Integer seen, @Nullable Boolean confirmed, String reasons, Actor actor) {
        ContractExit exit = lock(id);
        Open open = work.begin(id, exit.contract(), FollowUpStep.CONFIRM_EXIT, actor);
        Problems.refuse(rulingProblems(confirmed, reasons));
        Report report = approved(exit).reported().orElseThrow(() -> Refused.conflict("There is no report to rule on."));
        Seen.demand(seen, report.number());
        Ruling ruling = new Ruling(Objects.requireNonNull(confirmed), reasons, actor.username(), open.now());
        exits.rule(report, ruling);
        if (ruling.accepted()) {
            ends(exit, open);
        }
        work.finish(
                open,
                ruling.accepted() ? "contract-ended" : "exit-report-sent-back",
                facts(exit, report).and("reasons", reasons),
                Map.of("confirmed", String.valueOf(ruling.accepted())));
        if (!ruling.accepted()) {
            notices.waits(exit.contract(), FollowUpStep.CARRY_OUT_EXIT, id);
        }
    }

    /** What is ended is not re-reviewed. Its open conditions stay: some, as the deletion of data, hold on after the end. */
    private void ends(ContractExit exit, Open open) {
        Contract contract = signed.lock(exit.contract());
        exits.close(exit.id(), open.now());
        signed.becomes(contract, ContractState.EXITED);
        reReviewing.end(contract.id(), open.now());
        notices.ended(contract.id(), exit.id());
    }

    private static Plan approved(ContractExit exit) {
        return exit.approved().orElseThrow(() -> Refused.conflict("There is no approved plan."));
    }

    private ContractExit lock(UUID id) {
        signed.lock(exits.get(id).contract());
        return exits.get(id);
    }

    private static Facts facts(ContractExit exit, Report report) {
        return Facts.of(FollowUp.EXIT.idFact(), exit.id()).and("number", report.number());
    }
}
