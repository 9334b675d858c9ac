package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.review.internal.delta.CarriedItems.Written;
import org.contractethics.review.internal.delta.DeltaReview;
import org.contractethics.review.internal.measure.WhatWaits;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Why nothing is carried over from an old review, in words that the record and the page of the contract show. */
@Component
class WholeReasons {

    /** Files of a version that no review asks. */
    private static final Set<String> NOT_USED = Set.of("concern-routing", "policy.md");

    private final CarriedItems items;
    private final Policy policy;
    private final WhatWaits waits;
    private final Clock clock;

    WholeReasons(CarriedItems items, Policy policy, WhatWaits waits, Clock clock) {
        this.items = items;
        this.policy = policy;
        this.waits = waits;
        this.clock = clock;
    }

    /** What is known before the triage; empty where nothing speaks against carrying over so far. */
    Optional<String> known(DeltaReview delta, Decision approval, List<String> changes) {
        return Stream.of(
                        unchanged(changes),
                        reopened(delta, approval),
                        notKept(changes),
                        rules(approval),
                        age(delta, approval))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same with the tier that the triage confirmed. */
    Optional<String> atTriage(DeltaReview delta, Decision approval, List<String> changes, Tier confirmed) {
        return known(delta, approval, changes)
                .or(() -> confirmed.compareTo(approval.tier()) > 0
                        ? Optional.of("The tier rose from " + approval.tier() + " to " + confirmed + ".")
                        : Optional.empty());
    }

    private static Optional<String> unchanged(List<String> changes) {
        return changes.isEmpty()
                ? Optional.of(
                        "Nothing of the contract changed. What became known of it may touch any part of the old review.")
                : Optional.empty();
    }

    private Optional<String> reopened(DeltaReview delta, Decision approval) {
        LocalDate since = LocalDate.ofInstant(approval.decidedAt(), ZoneOffset.UTC);
        return waits.reopeningAsked(approval.contract(), delta.review(), since)
                ? Optional.of("It was asked to open the review again because of what became known since the approval.")
                : Optional.empty();
    }

    private static Optional<String> notKept(List<String> changes) {
        return changes.contains("notKept")
                ? Optional.of("No copy of the facts was kept for the approval, so nobody can tell what changed.")
                : Optional.empty();
    }

    private Optional<String> rules(Decision approval) {
        int now = policy.current().number();
        if (now == approval.policyNumber()) {
            return Optional.empty();
        }
        Set<String> changed = new TreeSet<>(policy.changedSince(approval.policyNumber()));
        changed.removeAll(NOT_USED);
        if (approval.tier() == Tier.T1) {
            // T1 has neither mitigation nor blocking safeguards
            changed.removeIf(file -> file.startsWith("safeguards"));
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of("The rules changed from version " + approval.policyNumber() + " to " + now
                        + " in what the old review was decided by: " + String.join(", ", changed) + ".");
    }

    /** Neither the decision nor a text that it rests on may be older than the interval of re-reviews. */
    private Optional<String> age(DeltaReview delta, Decision approval) {
        int months = DecisionBasis.reviewEveryMonths(approval.tables().triage(), approval.tier());
        Instant oldest = Stream.concat(
                        Stream.of(approval.decidedAt()),
                        items.stages(delta.afterReview(), delta.afterPass()).stream()
                                .map(Written::at))
                .min(Instant::compareTo)
                .orElseThrow();
        LocalDate from = LocalDate.ofInstant(oldest, ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return from.plusMonths(months).isBefore(today)
                ? Optional.of("The old review is of " + Times.words(from) + "; in " + approval.tier()
                        + " a contract is reviewed again every " + months + " months.")
                : Optional.empty();
    }
}
