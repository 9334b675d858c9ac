package org.contractethics.review.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.advice.Advice;
import org.contractethics.review.internal.advice.Advice.Version;
import org.contractethics.review.internal.advice.AdviceOfReview;
import org.contractethics.review.internal.advice.ElementAdvice;
import org.contractethics.shared.Actor;

/**
 * The advice on a review as it is shown.
 *
 * @param elements those with advice
 * @param open whether the viewer may give and countersign advice now
 */
public record AdviceView(List<OfElement> elements, boolean conflicting, boolean open) {

    /** Advice on one element, each author's text by itself. */
    public record OfElement(String code, String label, boolean conflicting, List<Given> advice) {}

    /**
     * @param mine whether the viewer is the author
     * @param countersigns whether the viewer may countersign it now
     * @param earlier the versions that were edited away, with the countersignatures that this invalidated
     */
    public record Given(
            UUID id, String author, boolean mine, boolean countersigns, Words latest, List<Words> earlier) {}

    /** One version. */
    public record Words(int version, String position, String text, Instant at, List<Signed> signed) {}

    /** A countersignature. */
    public record Signed(String person, String remark, Instant at) {}

    static AdviceView of(AdviceOfReview.View view, Actor viewer, PeopleDirectory people) {
        return new AdviceView(
                view.given().stream()
                        .map(element -> element(element, view.open(), viewer, people))
                        .toList(),
                view.conflicting(),
                view.open());
    }

    private static OfElement element(ElementAdvice element, boolean open, Actor viewer, PeopleDirectory people) {
        return new OfElement(
                element.element().name(),
                element.element().label(),
                element.conflicting(),
                element.advice().stream()
                        .map(advice -> given(advice, open, viewer, people))
                        .toList());
    }

    private static Given given(Advice advice, boolean open, Actor viewer, PeopleDirectory people) {
        boolean mine = advice.author().equals(viewer.username());
        return new Given(
                advice.id(),
                people.displayName(advice.author()),
                mine,
                open && !mine && !advice.countersignedBy(viewer.username()),
                words(advice.latest(), people),
                advice.earlier().stream().map(version -> words(version, people)).toList());
    }

    private static Words words(Version version, PeopleDirectory people) {
        return new Words(
                version.number(),
                version.position().label(),
                version.text(),
                version.writtenAt(),
                version.countersignatures().stream()
                        .map(signature -> new Signed(
                                people.displayName(signature.person()), signature.remark(), signature.signedAt()))
                        .toList());
    }
}
