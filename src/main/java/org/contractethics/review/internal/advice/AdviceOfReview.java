package org.contractethics.review.internal.advice;

import java.util.List;
import java.util.Optional;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The advice on a review as those who take part in it read it: the panel among them, the account team not. */
@Service
public class AdviceOfReview {

    private final Advices advices;
    private final AdviceRules rules;

    AdviceOfReview(Advices advices, AdviceRules rules) {
        this.advices = advices;
        this.rules = rules;
    }

    /**
     * @param elements every element, with or without advice
     * @param open whether the viewer may give and countersign advice now
     */
    public record View(List<ElementAdvice> elements, boolean open) {

        /** Elements with advice. */
        public List<ElementAdvice> given() {
            return elements.stream().filter(one -> !one.advice().isEmpty()).toList();
        }

        public boolean conflicting() {
            return elements.stream().anyMatch(ElementAdvice::conflicting);
        }
    }

    /** Empty for whoever takes no part in the review. */
    @Transactional(readOnly = true)
    public Optional<View> seenBy(ReviewCase review, Actor viewer) {
        return rules.mayRead(review, viewer)
                ? Optional.of(
                        new View(ElementAdvice.collated(advices.of(review.id())), rules.mayAdvise(review, viewer)))
                : Optional.empty();
    }

    /** Refused with 404 to whoever takes no part in the review. */
    @Transactional(readOnly = true)
    public View get(ReviewCase review, Actor viewer) {
        return seenBy(review, viewer).orElseThrow(AdviceRules::missing);
    }
}
