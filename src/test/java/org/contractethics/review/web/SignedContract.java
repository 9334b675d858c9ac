package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.review.internal.Decision.Condition;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;

/** A border contract that went the whole way and is signed on one blocking condition. */
final class SignedContract {

    final ContractId contract;
    final ReviewId review;
    final ReviewHands hands;
    final UUID condition;

    private SignedContract(ContractId contract, ReviewId review, ReviewHands hands, UUID condition) {
        this.contract = contract;
        this.review = review;
        this.hands = hands;
        this.condition = condition;
    }

    /** A review that was signed. */
    static SignedContract of(Begun begun, Decisions decisions) {
        Condition condition =
                decisions.latestOf(begun.review()).orElseThrow().conditions().get(0);
        return new SignedContract(begun.contract(), begun.review(), begun.hands(), condition.id());
    }

    /** @param further fields of the decision */
    static Map<String, Object> decision(String conditionOwner, boolean blocking, Map<String, ?> further) {
        Map<String, Object> decision = new LinkedHashMap<>(ReviewSteps.decision());
        decision.put("condition-1-owner", conditionOwner);
        if (!blocking) {
            decision.remove("condition-1-blocking");
        }
        decision.putAll(further);
        return decision;
    }

    String conditionPath() {
        return "/conditions/" + condition;
    }

    /** Takes on the task as its page offers it. */
    void claimAsOffered(String path, String person) throws Exception {
        assertThat(hands.post(person, hands.claimOffered(path, person), Map.of()))
                .hasStatus3xxRedirection();
    }

    /** Takes on the task of what this page is about, without drawing it. */
    void claimOn(String path, String person) throws Exception {
        hands.claimOn(path, person);
    }

    String claim(String path, String person) throws Exception {
        return hands.claimOffered(path, person);
    }
}
