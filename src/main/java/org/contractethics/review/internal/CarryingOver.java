package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.document.Documents;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.DocumentCheck;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.delta.CarriedItem;
import org.contractethics.review.internal.delta.CarriedItem.Kind;
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.review.internal.delta.CarriedItems.Written;
import org.contractethics.review.internal.delta.DeltaReview;
import org.contractethics.review.internal.delta.DeltaReview.Whole;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** H8: settles with the triage of a delta review what is carried over from the old one, and what is done anew. */
@Component
public class CarryingOver {

    private final DeltaReviewRows deltas;
    private final CarriedItems items;
    private final WholeReasons wholeReasons;
    private final Decisions decisions;
    private final StageResults results;
    private final Documents documents;
    private final ApplicationEventPublisher events;

    CarryingOver(
            DeltaReviewRows deltas,
            CarriedItems items,
            WholeReasons wholeReasons,
            Decisions decisions,
            StageResults results,
            Documents documents,
            ApplicationEventPublisher events) {
        this.deltas = deltas;
        this.items = items;
        this.wholeReasons = wholeReasons;
        this.decisions = decisions;
        this.results = results;
        this.documents = documents;
        this.events = events;
    }

    /** What the triage found for the rest of the review. */
    enum Settled {
        /** No delta review, or one in which nothing is carried over: the stages follow one after the other. */
        WHOLE,
        /** Nothing can be carried over, and the documents were not looked at: the whole review begins with a new pass. */
        ANEW,
        /** Some stages are carried over; others are due. */
        SOME_DUE,
        /** Nothing is left to do before the vote. */
        VOTE_DUE
    }

    /** Called when the facts of the pass are kept and its tier is confirmed. */
    Settled settle(Open open, Tier tier, Policy version) {
        ReviewCase review = open.review();
        Optional<DeltaReview> found = deltas.find(review.id()).filter(delta -> !delta.wholeIn(review.pass()));
        if (found.isEmpty()) {
            return Settled.WHOLE;
        }
        DeltaReview delta = found.get();
        List<String> changes = deltas.changes(review.id());
        Optional<String> whole = wholeReasons
                .atTriage(delta, decisions.get(delta.afterDecision()), changes, tier)
                .or(() -> documentsUnseen(delta, review));
        if (whole.isPresent()) {
            return beginsWhole(open, whole.get());
        }
        choose(delta, review, changes, version).forEach(text -> items.carry(review.id(), text, open.now()));
        publish(open, changes);
        return stillDue(review, tier) ? Settled.SOME_DUE : Settled.VOTE_DUE;
    }

    /** The document check as it counts for the triage: of this pass, or the one that will be carried over. */
    Optional<DocumentCheck> documentCheck(ReviewCase review) {
        return results.form(review.id(), review.pass(), DocumentCheck.class).or(() -> deltas.find(review.id())
                .filter(delta -> !delta.wholeIn(review.pass()))
                .flatMap(delta -> results.form(delta.afterReview(), delta.afterPass(), DocumentCheck.class)));
    }

    /** Whether the documents need not be looked at: they are those of the approval, and who saw them has no interest now. */
    boolean documentsStand(ReviewCase review) {
        return deltas.find(review.id())
                .filter(delta -> !delta.wholeIn(review.pass()))
                .filter(delta -> documentsUnseen(delta, review).isEmpty())
                .isPresent();
    }

    /** Whether the present pass is not a whole review. */
    boolean stillDelta(ReviewCase review) {
        return deltas.find(review.id())
                .filter(delta -> !delta.wholeIn(review.pass()))
                .isPresent();
    }

    private Settled beginsWhole(Open open, String reason) {
        boolean looked = looked(open.review());
        int from = looked ? open.review().pass() : open.review().pass() + 1;
        deltas.whole(open.id(), new Whole(from, reason), open.now());
        events.publishEvent(Facts.of("reviewId", open.id())
                .and("reason", reason)
                .recorded(
                        "whole-review-begun", open.contract().id(), open.actor().username(), open.now()));
        return looked ? Settled.WHOLE : Settled.ANEW;
    }

    /** Whether somebody confirmed the documents in this pass. */
    boolean looked(ReviewCase review) {
        return results.of(review.id()).stream()
                .anyMatch(result -> result.pass() == review.pass() && result.stage() == Stage.DOCUMENT_CHECK);
    }

    /** Why the document check cannot be carried over; empty where it can, or where it was done anew. */
    private Optional<String> documentsUnseen(DeltaReview delta, ReviewCase review) {
        if (looked(review)) {
            return Optional.empty();
        }
        String approved = decisions.get(delta.afterDecision()).documentSetHash();
        if (!approved.equals(documents.documentSetHash(review.contract()))) {
            return Optional.of("The documents are not those that were decided on, and nobody has confirmed them anew.");
        }
        return items.stages(delta.afterReview(), delta.afterPass()).stream()
                        .filter(text -> text.kind() == Kind.DOCUMENT_CHECK)
                        .anyMatch(text -> mayCount(text, review))
                ? Optional.empty()
                : Optional.of(
                        "Who confirmed the documents for the old review has an interest in the contract now (H1, H2).");
    }

    /** Nothing is carried over that was written by who is paid by the contract by now, or stepped back (H1, H2). */
    private boolean mayCount(Written text, ReviewCase review) {
        return !deltas.barred(review.id(), text.by());
    }

    private List<Written> choose(DeltaReview delta, ReviewCase review, List<String> changes, Policy version) {
        Set<Stage> touched = deltas.touched(changes);
        Map<Kind, Written> untouched = items.stages(delta.afterReview(), delta.afterPass()).stream()
                .filter(text -> !touched.contains(text.kind().stage()))
                .filter(text -> mayCount(text, review))
                .collect(Collectors.toMap(Written::kind, Function.identity()));
        List<Written> chosen = new ArrayList<>();
        boolean founded = review.tier() == Tier.T1 || untouched.containsKey(Kind.RESEARCH);
        add(chosen, untouched, Kind.DOCUMENT_CHECK, true);
        add(chosen, untouched, Kind.RESEARCH, true);
        add(chosen, untouched, Kind.ASSESSMENT, founded);
        add(chosen, untouched, Kind.MITIGATION, founded && untouched.containsKey(Kind.ASSESSMENT));
        if (deltas.rightsCanBeCarried(changes)) {
            chosen.addAll(rights(delta, review, version));
        }
        return chosen;
    }

    private static void add(List<Written> chosen, Map<Kind, Written> from, Kind kind, boolean stands) {
        Written text = from.get(kind);
        if (text != null && stands) {
            chosen.add(text);
        }
    }

    /** Of a change of the capabilities: the rights that none of the changed ones brings to mind; none where one is not listed (H16). */
    private List<Written> rights(DeltaReview delta, ReviewCase review, Policy version) {
        Set<String> changed = deltas.changedCapabilities(delta);
        Set<String> known =
                version.capabilities().stream().map(Policy.Capability::code).collect(Collectors.toSet());
        if (!known.containsAll(changed)) {
            return List.of();
        }
        Set<String> untouched = version.rights().stream()
                // a right that no capability brings to mind may be touched by any
                .filter(right -> !right.triggers().isEmpty() && Collections.disjoint(right.triggers(), changed))
                .map(HumanRight::code)
                .collect(Collectors.toSet());
        return items.rights(delta.afterReview(), delta.afterPass()).stream()
                .filter(text -> untouched.contains(text.right()))
                .filter(text -> mayCount(text, review))
                .toList();
    }

    private boolean stillDue(ReviewCase review, Tier tier) {
        Set<Kind> carried = items.standing(review.id(), review.pass()).stream()
                .map(CarriedItem::kind)
                .collect(Collectors.toSet());
        return !carried.contains(Kind.ASSESSMENT)
                || (tier != Tier.T1 && !(carried.contains(Kind.RESEARCH) && carried.contains(Kind.MITIGATION)));
    }

    private void publish(Open open, List<String> changes) {
        events.publishEvent(Facts.of("reviewId", open.id())
                .and("changed", changes)
                .and("items", citations(open.id(), open.review().pass()))
                .recorded(
                        "items-carried-over", open.contract().id(), open.actor().username(), open.now()));
    }

    /** What stands carried over, as the record keeps it: of which review, which text, who wrote it and when. */
    List<Object> citations(ReviewId review, int pass) {
        return Facts.list(items.standing(review, pass).stream()
                .map(CarryingOver::citation)
                .toList());
    }

    private static Facts citation(CarriedItem item) {
        return Facts.of("item", item.kind().name())
                .and("right", item.right().isEmpty() ? null : item.right())
                .and("fromReview", item.fromReview())
                .and("fromPass", item.fromPass())
                .and("textHash", item.textHash())
                .and("writtenBy", item.writtenBy())
                .and("writtenAt", item.writtenAt());
    }
}
