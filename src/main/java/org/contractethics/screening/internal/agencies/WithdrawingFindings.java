package org.contractethics.screening.internal.agencies;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.screening.internal.ScreeningFact;
import org.contractethics.screening.internal.TypedWords;
import org.contractethics.screening.internal.agencies.AgencyFinding.Ruling;
import org.contractethics.screening.internal.agencies.AgencyFinding.Withdrawal;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what was cited of an agency: wrong, of another agency, set aside by a higher court, or followed by effective steps. It lowers
 * what counts at triage, so one person asks, another agrees, and neither gains by a contract with the agency (H1).
 */
@Service
public class WithdrawingFindings {

    private static final Role[] RULING = {Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.BOARD_COMMITTEE};
    private static final int LEAST_REASON = 30;

    private final AgencyFindings findings;
    private final RegisteredAgencies agencies;
    private final ContractParticipants participants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawingFindings(
            AgencyFindings findings,
            RegisteredAgencies agencies,
            ContractParticipants participants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.findings = findings;
        this.agencies = agencies;
        this.participants = participants;
        this.events = events;
        this.clock = clock;
    }

    public static Role[] roles() {
        return RULING.clone();
    }

    public static boolean mayRule(Actor actor) {
        return actor.hasAny(RULING) && !actor.observes();
    }

    @Transactional
    public void propose(UUID id, String reason, Actor actor) {
        if (!CitingFindings.mayCite(actor)) {
            throw Refused.notAllowed("A finding is taken back by those who research and triage contracts.");
        }
        AgencyFinding finding = locked(id);
        demandNoGain(finding, actor);
        if (!finding.stands()) {
            throw Refused.conflict("This finding is withdrawn already.");
        }
        if (finding.waits()) {
            throw Refused.conflict("Somebody asked to withdraw this finding already; that waits for a ruling.");
        }
        demand("reason", reason, LEAST_REASON, "why it no longer holds and how that is known");
        Instant now = clock.instant();
        findings.propose(id, new Withdrawal(UUID.randomUUID(), reason.strip(), actor.username(), now, null));
        events.publishEvent(
                new ScreeningFact("agency-finding-withdrawal-proposed", null, actor.username(), now, facts(finding)));
    }

    @Transactional
    public void rule(UUID id, boolean accepted, String reason, Actor actor) {
        if (!mayRule(actor)) {
            throw Refused.notAllowed(
                    "Withdrawals are ruled on by human-rights and legal reviewers and the board committee.");
        }
        AgencyFinding finding = locked(id);
        Withdrawal withdrawal = finding.withdrawal();
        if (withdrawal == null || !finding.waits()) {
            throw Refused.conflict("No withdrawal of this finding waits for a ruling.");
        }
        if (withdrawal.proposedBy().equals(actor.username())) {
            throw Refused.notAllowed("Nobody rules on a withdrawal that they proposed.");
        }
        demandNoGain(finding, actor);
        demand("ruling", reason, 1, "why");
        Instant now = clock.instant();
        findings.rule(withdrawal.id(), new Ruling(accepted, reason.strip(), actor.username(), now));
        events.publishEvent(new ScreeningFact(
                accepted ? "agency-finding-withdrawn" : "agency-finding-kept",
                null,
                actor.username(),
                now,
                facts(finding)));
    }

    private AgencyFinding locked(UUID id) {
        findings.lock();
        return findings.find(id).orElseThrow(() -> Refused.notFound("There is no such finding."));
    }

    private void demandNoGain(AgencyFinding finding, Actor actor) {
        Set<ContractId> paid = participants.paidBy(actor.username());
        if (agencies.contractsOf(finding.agency()).stream().anyMatch(one -> paid.contains(one.id()))) {
            throw Refused.notAllowed("You gain by a contract with this agency, so somebody else withdraws this (H1).");
        }
    }

    private static void demand(String field, String reason, int least, String what) {
        List<FormProblem> problems = new ArrayList<>();
        TypedWords.text(problems, field, reason, least, 2_000, what);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }

    private static Map<String, Object> facts(AgencyFinding finding) {
        return Map.of("findingId", finding.id().toString(), "agency", finding.agency());
    }
}
