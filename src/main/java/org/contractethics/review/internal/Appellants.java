package org.contractethics.review.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * S9: who may appeal, and as what. The account owner and leadership speak for the company's side and appeal a rejection only; nobody else
 * who has an interest in the contract or declared a conflict appeals anything (H1, H2). The database refuses the same.
 */
@Component
class Appellants {

    private static final Set<Role> REJECTIONS_ONLY = Set.of(Role.SUBMITTER, Role.LEADERSHIP);

    private final Recusals recusals;
    private final ConcernKnowledge concerns;

    Appellants(Recusals recusals, ConcernKnowledge concerns) {
        this.recusals = recusals;
        this.concerns = concerns;
    }

    /** What they would appeal as; empty where they may not appeal at all. */
    Optional<Role> role(ReviewCase review, Optional<Decision> decision, Actor actor) {
        if (review.owner().equals(actor.username())) {
            return Optional.of(Role.SUBMITTER);
        }
        if (actor.has(Role.AUDITOR)) {
            return Optional.empty();
        }
        return decision.flatMap(known -> dissentOf(known, actor.username()))
                .map(Decision.Dissent::role)
                .or(() -> Stream.of(Role.LEADERSHIP, Role.BOARD_COMMITTEE, Role.OMBUDS)
                        .filter(actor::has)
                        .findFirst());
    }

    /** What bars this person from appealing in this role. */
    Optional<Refused> barred(ReviewCase review, Role role, Actor actor) {
        String person = actor.username();
        boolean conflict = review.interested(person) || recusals.of(review.id()).contains(person);
        return conflict && !rejectionsOnly(role)
                ? Optional.of(Refused.notAllowed(
                        "You submitted this contract, are paid by it or declared a conflict of interest. Somebody else has to appeal"
                                + " (H1, H2)."))
                : Optional.empty();
    }

    static boolean rejectionsOnly(Role role) {
        return REJECTIONS_ONLY.contains(role);
    }

    /** Of those who take part still: who declared a conflict since asks for nothing any more (H2). */
    static Optional<Decision.Dissent> dissentOf(Decision decision, String person) {
        return decision.dissents().stream()
                .filter(dissent -> !dissent.steppedBack() && dissent.voter().equals(person))
                .findFirst();
    }

    /** The open concern about the contract that the ombuds names, of those they handle. */
    Optional<ConcernId> concern(ReviewCase review, String typed, Actor actor) {
        try {
            return Optional.of(ConcernId.valueOf(typed))
                    .filter(id -> concerns.mayOpen(id, actor) && concerns.isOpenAbout(id, review.contract()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
