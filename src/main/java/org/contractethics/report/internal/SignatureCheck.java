package org.contractethics.report.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contractethics.report.internal.ReviewCase.DecisionMade;

/**
 * Judges each signature by the record alone (H7): it needs an earlier decision on the same contract that approves, had not
 * expired or lapsed, was not followed by another one in its review, and is about the same set of documents. What guards the signature
 * itself is not asked; this is the second pair of eyes.
 */
final class SignatureCheck {

    private SignatureCheck() {}

    /** What is wrong with the signature; empty where it is in order. */
    static Optional<Fault> fault(Casebook book, Signature signature) {
        DecisionMade decision = Optional.ofNullable(signature.decision())
                .flatMap(book::decision)
                .filter(found -> found.mark().entry() < signature.mark().entry())
                .orElse(null);
        if (decision == null) {
            return Optional.of(Fault.NO_DECISION);
        }
        ReviewCase review = book.reviewOfDecision(decision.id()).orElseThrow();
        LocalDate signedOn = signature.mark().at().atOffset(ZoneOffset.UTC).toLocalDate();
        if (review.contract != signature.contract()) {
            return Optional.of(Fault.OTHER_CONTRACT);
        }
        if (!decision.approves()) {
            return Optional.of(Fault.NOT_APPROVING);
        }
        if (decision.expiresOn() == null || decision.expiresOn().isBefore(signedOn)) {
            return Optional.of(Fault.EXPIRED);
        }
        if (decision.documentSetHash().isEmpty() || !decision.documentSetHash().equals(signature.documentSetHash())) {
            return Optional.of(Fault.OTHER_DOCUMENTS);
        }
        if (book.lapsed(decision.id())
                .filter(lapsed -> lapsed.entry() < signature.mark().entry())
                .isPresent()) {
            return Optional.of(Fault.LAPSED);
        }
        return superseded(review, decision, signature) ? Optional.of(Fault.SUPERSEDED) : Optional.empty();
    }

    private static boolean superseded(ReviewCase review, DecisionMade decision, Signature signature) {
        return review.decisions.stream()
                .anyMatch(later -> later.mark().entry() > decision.mark().entry()
                        && later.mark().entry() < signature.mark().entry()
                        && !later.approves());
    }

    /** Why a signature is not covered by a decision. */
    enum Fault {
        NO_DECISION("No such decision before it"),
        OTHER_CONTRACT("Decision on another contract"),
        NOT_APPROVING("Decision that does not approve"),
        EXPIRED("Decision that had expired"),
        OTHER_DOCUMENTS("Decision on other documents"),
        LAPSED("Decision that had lapsed"),
        SUPERSEDED("Decision that a later one replaced");

        private final String label;

        Fault(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
