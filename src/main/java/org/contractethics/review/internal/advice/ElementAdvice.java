package org.contractethics.review.internal.advice;

import java.util.Arrays;
import java.util.List;

/** All advice on one element, each author's own. */
public record ElementAdvice(Element element, List<Advice> advice) {

    public ElementAdvice {
        advice = List.copyOf(advice);
    }

    /** Every element, with or without advice, in the order of the list. */
    static List<ElementAdvice> collated(List<Advice> all) {
        return Arrays.stream(Element.values())
                .map(element -> new ElementAdvice(
                        element,
                        all.stream().filter(one -> one.element() == element).toList()))
                .toList();
    }

    /** Whether the advisers disagree: their last words on the element are not the same. */
    public boolean conflicting() {
        return advice.stream().map(one -> one.latest().position()).distinct().count() > 1;
    }
}
