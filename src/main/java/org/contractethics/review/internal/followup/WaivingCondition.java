package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps.FollowUpEnded;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * H10: the chair or the board waives a condition, by name and with reasons. One that blocks, that votes asked for or that the board
 * decided on is waived by two: until somebody else of the board committee confirms, it stands, and its clock runs. The last condition
 * of what was allowed with conditions only (table 2.7) is not waived at all.
 */
@Component
public class WaivingCondition {

    private static final Set<Role> WAIVING = Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);

    /** What is said of a condition that nobody can waive, and what to do instead. */
    public static final String LAST =
            "This contract was allowed with conditions only, and no other condition of its approval is left. This one cannot"
                    + " be waived. Where it does not fit any more, say so in the re-review of the contract: that opens a new"
                    + " review, which decides anew.";

    private final FollowUpWork work;
    private final FollowedConditions conditions;
    private final Waivers waivers;
    private final Separation separation;
    private final WaiverNotices notices;

    WaivingCondition(
            FollowUpWork work,
            FollowedConditions conditions,
            Waivers waivers,
            Separation separation,
            WaiverNotices notices) {
        this.work = work;
        this.conditions = conditions;
        this.waivers = waivers;
        this.separation = separation;
        this.notices = notices;
    }

    public List<FormProblem> problems(String reasons) {
        return Texts.demand(new Problems(), reasons, "waiver-reasons", "Give the reasons of the waiver.")
                .list();
    }

    /** Why this person can neither waive this condition now nor propose it; empty where they can. */
    public Optional<Refused> refusal(FollowedCondition condition, Actor actor) {
        Optional<Refused> barred = barred(condition, WAIVING, actor);
        if (barred.isPresent()) {
            return barred;
        }
        if (waivers.approvalRestsOn(condition.id())) {
            return Optional.of(Refused.conflict(LAST));
        }
        return waivers.waiting(condition.id())
                .map(one -> Refused.conflict(
                        "A waiver of this condition is proposed already. It waits for the board committee."));
    }

    private Optional<Refused> barred(FollowedCondition condition, Set<Role> roles, Actor actor) {
        List<String> against = new ArrayList<>(separation.objections(condition.contract(), roles, actor));
        against.addAll(FollowUpRules.ownCondition(condition, actor));
        if (!against.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, against));
        }
        return condition.open()
                ? Optional.empty()
                : Optional.of(Refused.conflict("This condition is not open, so there is nothing to waive."));
    }

    /** Waives it; where that takes two people, proposes it. */
    @Transactional
    public void waive(UUID id, String reasons, Actor actor) {
        FollowedCondition condition = waivers.lock(id);
        demand(refusal(condition, actor));
        Problems.refuse(problems(reasons));
        Role as = actor.has(Role.PANEL_CHAIR) ? Role.PANEL_CHAIR : Role.BOARD_COMMITTEE;
        if (waivers.needsTwo(id)) {
            propose(condition, reasons, as, actor);
        } else {
            ends(condition, reasons, as, actor, work.now());
        }
    }

    private void propose(FollowedCondition condition, String reasons, Role as, Actor actor) {
        Instant now = work.now();
        int number = waivers.of(condition.id()).size() + 1;
        waivers.add(
                condition.id(),
                new WaiverProposal(UUID.randomUUID(), number, reasons, actor.username(), as, now, null));
        work.record(
                "condition-waiver-proposed",
                RulingOnCondition.facts(condition, reasons).and("as", as.name()).and("number", number),
                condition.contract(),
                actor.username(),
                now);
        notices.proposed(condition, actor.username());
    }

    /** Why this person cannot rule on the waiver that is proposed; empty where they can. */
    public Optional<Refused> rulingRefusal(FollowedCondition condition, Actor actor) {
        Optional<WaiverProposal> waiting = waivers.waiting(condition.id());
        if (waiting.filter(one -> one.by().equals(actor.username())).isPresent()) {
            return Optional.of(Refused.notAllowed(
                    "You proposed this waiver. Somebody else of the board committee confirms it (H1)."));
        }
        Optional<Refused> barred = barred(condition, Set.of(Role.BOARD_COMMITTEE), actor);
        if (barred.isPresent() || waiting.isPresent()) {
            return barred;
        }
        return Optional.of(Refused.conflict("No waiver of this condition waits to be confirmed."));
    }

    public List<FormProblem> rulingProblems(@Nullable Boolean confirmed, String reasons) {
        Problems problems =
                new Problems().when(confirmed == null, "waiver-confirmed", "Say whether you confirm the waiver.");
        return Texts.demand(problems, reasons, "waiver-ruling-reasons", "Give the reasons.")
                .list();
    }

    /** @param seen number of the proposal that was read */
    @Transactional
    public void rule(UUID id, @Nullable Integer seen, @Nullable Boolean confirmed, String reasons, Actor actor) {
        FollowedCondition condition = waivers.lock(id);
        demand(rulingRefusal(condition, actor));
        WaiverProposal proposal = waivers.waiting(id).orElseThrow();
        Seen.demand(seen, proposal.number());
        Problems.refuse(rulingProblems(confirmed, reasons));
        boolean waived = Objects.requireNonNull(confirmed);
        if (waived && waivers.approvalRestsOn(id)) {
            throw Refused.conflict(LAST);
        }
        Instant now = work.now();
        waivers.rule(proposal, new Ruling(waived, reasons, actor.username(), now));
        if (waived) {
            ends(condition, reasons, Role.BOARD_COMMITTEE, actor, now);
            return;
        }
        work.record(
                "condition-waiver-refused",
                RulingOnCondition.facts(condition, reasons).and("number", proposal.number()),
                condition.contract(),
                actor.username(),
                now);
        notices.refused(condition, proposal.by());
    }

    private void ends(FollowedCondition condition, String reasons, Role as, Actor actor, Instant now) {
        UUID id = condition.id();
        conditions.add(
                id,
                new FollowedCondition.Ruling(
                        UUID.randomUUID(), null, Result.WAIVED, reasons, actor.username(), as, now));
        conditions.close(id, now);
        work.record(
                "condition-waived",
                RulingOnCondition.facts(condition, reasons).and("as", as.name()),
                condition.contract(),
                actor.username(),
                now);
        work.publish(new FollowUpEnded(FollowUp.CONDITION, id, now));
        notices.waived(condition);
    }

    private static void demand(Optional<Refused> refusal) {
        refusal.ifPresent(refused -> {
            throw refused;
        });
    }
}
