package org.contractethics.review.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.ReopeningCarriedOver;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.WeighedFacts;
import org.contractethics.review.internal.delta.CarriedItem;
import org.contractethics.review.internal.delta.CarriedItem.Kind;
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.review.internal.delta.DeltaReview;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a delta review is about and what it carries over, in words for the case page and the pages of its stages. */
@Component
class CarriedViews {

    private final DeltaReviewRows deltas;
    private final CarriedItems items;
    private final ReopeningCarriedOver reopening;
    private final Assessments assessments;
    private final RightOptions rights;
    private final PeopleDirectory people;

    CarriedViews(
            DeltaReviewRows deltas,
            CarriedItems items,
            ReopeningCarriedOver reopening,
            Assessments assessments,
            RightOptions rights,
            PeopleDirectory people) {
        this.deltas = deltas;
        this.items = items;
        this.reopening = reopening;
        this.assessments = assessments;
        this.rights = rights;
        this.people = people;
    }

    /**
     * @param changed what changed since the approval
     * @param whole why the whole review is done; null where something is carried over, or where that is not settled yet
     * @param settled whether the triage settled what is carried over
     */
    public record DeltaView(
            ReviewId review,
            ReviewId after,
            String changed,
            @Nullable String whole,
            boolean settled,
            List<ItemView> items) {}

    /**
     * @param citation of which review, which version of the text, who wrote it and when
     * @param found of a right: what was found; empty otherwise
     * @param reopened by whom, when and why; null while it stands
     */
    public record ItemView(
            UUID id,
            ReviewId fromReview,
            String label,
            String citation,
            String found,
            @Nullable String reopened,
            boolean mayReopen) {}

    /** Empty where the review follows no change. */
    Optional<DeltaView> of(ReviewCase review, Actor viewer) {
        return deltas.find(review.id()).map(delta -> view(delta, review, viewer));
    }

    /** The rights that are carried over although the assessment is due. */
    List<ItemView> rights(ReviewCase review, Actor viewer) {
        return items.standing(review.id(), review.pass()).stream()
                .filter(item -> item.kind() == Kind.RIGHT)
                .map(item -> item(item, review, viewer))
                .toList();
    }

    private DeltaView view(DeltaReview delta, ReviewCase review, Actor viewer) {
        DeltaReview.Whole whole = delta.whole();
        return new DeltaView(
                review.id(),
                delta.afterReview(),
                WeighedFacts.words(deltas.changes(review.id())),
                whole != null
                        ? whole.reason()
                        : review.pass() > 1
                                ? "The contract was returned, and every further pass is a whole review."
                                : null,
                review.tier() != null,
                items.of(review.id()).stream()
                        .map(item -> item(item, review, viewer))
                        .toList());
    }

    private ItemView item(CarriedItem item, ReviewCase review, Actor viewer) {
        CarriedItem.Reopened reopened = item.reopened();
        return new ItemView(
                item.id(),
                item.fromReview(),
                item.kind() == Kind.RIGHT
                        ? item.kind().label() + " " + item.right() + " "
                                + rights.names(List.of(item.right())).get(0)
                        : item.kind().label(),
                "pass " + item.fromPass() + ", text " + item.textHash().substring(0, 12) + ", written by "
                        + people.displayName(item.writtenBy()) + ", " + Times.words(item.writtenAt()),
                item.kind() == Kind.RIGHT ? found(item) : "",
                reopened == null
                        ? null
                        : "Reopened by " + people.displayName(reopened.by()) + ", " + Times.words(reopened.at()) + ": "
                                + reopened.reason(),
                reopening.refusal(review, item, viewer).isEmpty());
    }

    private String found(CarriedItem item) {
        Optional<Assessment> made = assessments.find(item.fromReview(), item.fromPass());
        return made.stream()
                .flatMap(assessment -> assessment.impacts().stream())
                .filter(rated -> rated.impact().right().equals(item.right()))
                .map(rated -> "Touched, severity "
                        + ReviewWords.plain(rated.severity().name()).toLowerCase(java.util.Locale.ROOT) + ": "
                        + rated.impact().affected())
                .findFirst()
                .orElseGet(() -> made.stream()
                        .flatMap(assessment -> assessment.explained().stream())
                        .filter(right -> right.right().equals(item.right()))
                        .map(right -> "Not touched: " + rights.because(right))
                        .findFirst()
                        .orElse("Not touched"));
    }
}
