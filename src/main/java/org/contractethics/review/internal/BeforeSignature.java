package org.contractethics.review.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.review.internal.Decision.Dissent;
import org.contractethics.review.internal.measure.HeardTiers;
import org.contractethics.review.internal.measure.WaitingOnContract;
import org.contractethics.review.internal.measure.WhatWaits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/**
 * What a signature waits for although its approval is valid: the hold of a concern, what was written of the agency and was not held against
 * the triage yet, and the days in which the approval can still be
 * appealed by those who dissented or for a letter (S9, H5). A signature would end the review, and the right to appeal with it. The
 * database refuses the same.
 */
@Component
public class BeforeSignature {

    private final WhatWaits waits;
    private final HeardTiers heard;
    private final Decisions decisions;
    private final Appeals appeals;
    private final OpenConcerns concerns;
    private final AppealPeriod period;
    private final Clock clock;

    BeforeSignature(
            WhatWaits waits,
            HeardTiers heard,
            Decisions decisions,
            Appeals appeals,
            OpenConcerns concerns,
            AppealPeriod period,
            Clock clock) {
        this.waits = waits;
        this.heard = heard;
        this.decisions = decisions;
        this.appeals = appeals;
        this.concerns = concerns;
        this.period = period;
        this.clock = clock;
    }

    /** Why nothing can be signed now; empty where nothing holds the signature. */
    public List<String> held(Decision decision) {
        List<String> held = new ArrayList<>(waits.beforeSignature(decision.contract()));
        heard.waits(decision.contract()).ifPresent(held::add);
        appealable(decision).ifPresent(held::add);
        return held;
    }

    /** Waits for a hold that is being taken or released, and refuses the signature while something holds it. */
    void demandSignable(Decision decision) {
        waits.demandSignable(decision.contract());
        heard.waits(decision.contract()).or(() -> appealable(decision)).ifPresent(reason -> {
            throw Refused.conflict(reason);
        });
    }

    /**
     * The same for the page of the contract. That a letter about it is open is told to reviewers alone, and to nobody who gains by the
     * contract (H13).
     */
    public Optional<String> told(ReviewCase review, Actor viewer) {
        return decisions
                .latestOf(review.id())
                .filter(latest -> latest.pass() == review.pass() && !review.closed())
                .filter(latest -> byDissent(latest)
                        || (WaitingOnContract.reviews(viewer) && !review.interested(viewer.username())))
                .flatMap(this::appealable);
    }

    private Optional<String> appealable(Decision decision) {
        boolean open = decision.approves()
                && !period.over(decision, clock.instant())
                && decisions.lapse(decision.id()).isEmpty()
                && !appealed(decision)
                && (byDissent(decision) || concerns.letterOpenOn(decision.contract()));
        return open ? Optional.of(words(period.lastDay(decision))) : Optional.empty();
    }

    /** One alone appeals nothing; somebody who asked for it already waits for a second one, or for the board committee. */
    private boolean byDissent(Decision decision) {
        List<String> dissenters = decision.dissents().stream()
                .filter(dissent -> !dissent.steppedBack())
                .map(Dissent::voter)
                .toList();
        return dissenters.size() >= FilingAppeal.DISSENTERS
                || appeals.requests(decision.id()).keySet().stream().anyMatch(dissenters::contains);
    }

    /** An appeal is heard once for each pass, whatever was ruled. */
    private boolean appealed(Decision decision) {
        List<Appeal> filed = appeals.of(decision.review());
        return decisions.of(decision.review()).stream()
                .filter(one -> one.pass() == decision.pass())
                .anyMatch(one ->
                        filed.stream().anyMatch(appeal -> appeal.decision().equals(one.id())));
    }

    private static String words(LocalDate lastDay) {
        return "This approval can still be appealed, by those who dissented or for an open concern: until "
                + Times.words(lastDay) + ". It can be signed from the day after, unless an appeal is filed (S9).";
    }
}
