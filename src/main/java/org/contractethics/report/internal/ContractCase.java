package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.ReviewCase.Triaged;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** A contract as the record tells of it. */
final class ContractCase {

    private final String reference;
    private final Changes states = new Changes();
    private final Changes tiers = new Changes();
    private final WithheldFacts withheld = new WithheldFacts();
    private final Changes amounts = new Changes();
    private final List<AgreedSafeguards> statements = new ArrayList<>(0);
    private final List<DecisionMade> settled = new ArrayList<>(1);
    private final List<Triaged> triages = new ArrayList<>(1);
    private final List<Changes.Change> compared = new ArrayList<>(0);
    private final Changes reReviews = new Changes();
    private final Changes heldOn = new Changes();
    private final List<Block<?>> blocks = new ArrayList<>(2);
    private final List<Mark> stops = new ArrayList<>(0);
    private int reviews;
    private @Nullable Mark signed;
    private @Nullable Mark statedInForce;
    private @Nullable ContractId id;
    private @Nullable String title;
    private @Nullable String agency;
    private String name;

    ContractCase(String reference) {
        this.reference = reference;
        this.name = reference;
    }

    /** It, one of its reviews or one of its documents stands in this block. */
    void standsIn(Block<?> block) {
        if (!blocks.contains(block)) {
            blocks.add(block);
        }
    }

    /** An entry tells of it, of a review or of a document of it: whatever was counted of them may not be so any more. */
    void changed() {
        blocks.forEach(Block::changed);
    }

    void known(@Nullable ContractId knownId, @Nullable String knownTitle, @Nullable String knownAgency) {
        id = knownId == null ? id : knownId;
        if (knownTitle != null && !knownTitle.equals(title)) {
            title = knownTitle;
            name = reference + " · " + knownTitle;
        }
        agency = knownAgency == null ? agency : knownAgency;
    }

    void becomes(ContractStanding standing, Mark mark) {
        states.add(standing.name(), mark);
        if (signed == null && standing == ContractStanding.SIGNED) {
            signed = mark;
        }
    }

    /** A review of it ended on legal grounds. That leaves no decision, but an approval from before allows nothing any more. */
    void stopped(Mark mark) {
        stops.add(mark);
        becomes(ContractStanding.STOPPED, mark);
    }

    /** Whether it was stopped on legal grounds after that decision, before the moment. */
    boolean stoppedSince(DecisionMade decision, Instant moment) {
        return stoppedSince(decision, stop -> stop.at().isBefore(moment));
    }

    private boolean stoppedSince(DecisionMade decision, Predicate<Mark> before) {
        return stops.stream().anyMatch(stop -> stop.entry() > decision.mark().entry() && before.test(stop));
    }

    /** It was in force before its review. */
    void inForce(Mark mark) {
        if (statedInForce == null) {
            statedInForce = mark;
            changed();
        }
    }

    /**
     * Where it stood just before the moment, if its services ran or could have run again then; null otherwise. No review changes that
     * it is in force, however it stands: only its end does.
     */
    Changes.@Nullable Change inForceAt(Instant moment) {
        Changes.Change standing = standingAt(moment);
        if (standing == null || standing.value().equals(ContractStanding.EXITED.name())) {
            return null;
        }
        boolean began = before(signed, moment) || before(statedInForce, moment);
        return began || ContractStanding.inForce(standing.value()) ? standing : null;
    }

    private static boolean before(@Nullable Mark mark, Instant moment) {
        return mark != null && mark.at().isBefore(moment);
    }

    /** Whether it was signed through this application at any time. */
    boolean signed() {
        return signed != null;
    }

    /** A review of it was opened; whether there had been one before. */
    boolean reviewedAgain() {
        reviews++;
        return reviews > 1;
    }

    void tier(String tier, Mark mark) {
        tiers.add(tier, mark);
    }

    void triaged(Triaged triage) {
        triages.add(triage);
    }

    /** What the last triage before the moment was told. */
    TriageInputs facedBefore(Instant moment) {
        for (int i = triages.size() - 1; i >= 0; i--) {
            if (triages.get(i).mark().at().isBefore(moment)) {
                return triages.get(i).inputs();
            }
        }
        return TriageInputs.UNRECORDED;
    }

    /** Somebody said of a later contract whether it is this deal again: YES, NO or UNKNOWN. */
    void compared(String same, Mark mark) {
        compared.add(new Changes.Change(same, mark));
        changed();
    }

    /** The first thing said before the moment that weighs most: once it came back, no later contract undoes that. */
    Changes.@Nullable Change comparedUntil(Instant moment) {
        return compared.stream()
                .filter(said -> said.mark().at().isBefore(moment))
                .min(Comparator.comparing((Changes.Change said) -> !said.value().equals("YES"))
                        .thenComparing(said -> !said.value().equals("UNKNOWN")))
                .orElse(null);
    }

    /** @param next as {@link ReReviewsAhead} names it */
    void reReview(String next, Mark mark) {
        reReviews.add(next, mark);
    }

    Changes.@Nullable Change reReviewAt(Instant moment) {
        return reReviews.at(moment);
    }

    /** A re-review found its approval still valid up to that day. */
    void holdsOn(LocalDate until, Mark mark) {
        heldOn.add(until.toString(), mark);
    }

    /**
     * The last day of an approval of it, as it was known just before the moment: that of the decision, or a later one that a re-review
     * gave it since. The application says the same by {@code review.last_day_of}.
     */
    @Nullable
    LocalDate lastDay(DecisionMade approval, Instant moment) {
        LocalDate expires = approval.expiresOn();
        Changes.Change held = heldOn.at(moment);
        if (expires == null
                || held == null
                || held.mark().entry() < approval.mark().entry()) {
            return expires;
        }
        LocalDate until = LocalDate.parse(held.value());
        return until.isAfter(expires) ? until : expires;
    }

    /** @param amount null where from now on nobody can say from the record how much it is */
    void amount(@Nullable Amount amount, Mark mark) {
        amounts.add(amount == null ? "" : amount.currency() + " " + amount.minor(), mark);
    }

    /** What was committed under it just before the moment, as far as the record tells; null where it does not. */
    @Nullable
    Amount amountAt(Instant moment) {
        String amount = amounts.valueAt(moment);
        if (amount == null || amount.isEmpty()) {
            return null;
        }
        int gap = amount.lastIndexOf(' ');
        return new Amount(amount.substring(0, gap), Long.parseLong(amount, gap + 1, amount.length(), 10));
    }

    void stated(AgreedSafeguards stated) {
        statements.add(stated);
    }

    List<AgreedSafeguards> statements() {
        return statements;
    }

    void decided(DecisionMade decision) {
        if (decision.settles()) {
            settled.add(decision);
        }
    }

    /** The last decision before the moment that settled a review of it; null where none did. */
    @Nullable
    DecisionMade lastSettledBefore(Instant moment) {
        return lastSettled(mark -> mark.at().isBefore(moment));
    }

    /** The approval that was the last word of its reviews before the entry; null where the last word was another, or there was none. */
    @Nullable
    DecisionMade approvalBefore(Mark mark) {
        Predicate<Mark> before = other -> other.entry() < mark.entry();
        DecisionMade last = lastSettled(before);
        return last != null && last.approves() && !stoppedSince(last, before) ? last : null;
    }

    private @Nullable DecisionMade lastSettled(Predicate<Mark> before) {
        for (int i = settled.size() - 1; i >= 0; i--) {
            if (before.test(settled.get(i).mark())) {
                return settled.get(i);
            }
        }
        return null;
    }

    Changes.@Nullable Change standingAt(Instant moment) {
        return states.at(moment);
    }

    @Nullable
    String tierAt(Instant moment) {
        return tiers.valueAt(moment);
    }

    /** As it was first rated before the moment; null where it was not. */
    @Nullable
    String lowestTierBefore(Instant moment) {
        return tiers.least(moment);
    }

    @Nullable
    ContractId id() {
        return id;
    }

    @Nullable
    String agency() {
        return agency;
    }

    /** What staff may not see of it. */
    WithheldFacts withheld() {
        return withheld;
    }

    String reference() {
        return reference;
    }

    /** What people call it. */
    String name() {
        return name;
    }
}
