package org.contractethics.review.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.measure.HeardTiers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.SignedBefore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * What bounds a decision besides the tables: whether services run, whether somebody may take part who is cleared (H15), and whether a
 * hearing found a higher tier.
 */
@Component
class SpaceLimits {

    private static final Set<Secrecy> SECRET = EnumSet.of(Secrecy.EXISTENCE_SECRET, Secrecy.CLASSIFIED);

    private static final String NOT_CLEARED =
            "The contract is secret, and nobody who is cleared for it may take part: no approval (H15).";

    private final SignedBefore signatures;
    private final ContractRegister contracts;
    private final PeopleDirectory people;
    private final Participation participation;
    private final Cleared cleared;
    private final HeardTiers heard;

    /** @param clearedReviewers account names of those who may know classified terms; no role says who that is */
    @ConfigurationProperties("contract-ethics.review")
    record Cleared(@DefaultValue Set<String> clearedReviewers) {}

    SpaceLimits(
            SignedBefore signatures,
            ContractRegister contracts,
            PeopleDirectory people,
            Participation participation,
            Cleared cleared,
            HeardTiers heard) {
        this.signatures = signatures;
        this.contracts = contracts;
        this.people = people;
        this.participation = participation;
        this.cleared = cleared;
        this.heard = heard;
    }

    boolean runs(ReviewCase review) {
        return signatures.signedOnce(review.contract());
    }

    /** Why nothing can be approved in this review, a whole sentence; empty where something can. */
    Optional<String> noApproval(ReviewCase review) {
        return lacksClearance(review) ? Optional.of(NOT_CLEARED) : higherTier(review);
    }

    /** The same for the tier alone. */
    Optional<String> higherTier(ReviewCase review) {
        return heard.above(review).map(SpaceLimits::below);
    }

    /** Refuses an approval before what was written of the agency or the countries was held against the triage. */
    void demandWeighed(ReviewCase review) {
        heard.waits(review.contract()).ifPresent(reason -> {
            throw Refused.conflict(reason);
        });
    }

    private static String below(Tier found) {
        return "It was found that the contract belongs to " + found
                + ", a higher tier than this review was triaged to: no approval. Returned, it is triaged anew.";
    }

    /** Whether the contract is secret and nobody who is cleared may take part in its review. */
    boolean lacksClearance(ReviewCase review) {
        return SECRET.contains(contracts.get(review.contract()).secrecy())
                && cleared.clearedReviewers().stream().noneMatch(name -> mayTakePart(review, name));
    }

    private boolean mayTakePart(ReviewCase review, String name) {
        return people.find(name)
                .map(SpaceLimits::actor)
                .filter(actor -> actor.roles().stream().anyMatch(Stage.VOTE.candidates()::contains))
                .filter(actor -> participation.conflicts(review).against(actor).isEmpty())
                .isPresent();
    }

    private static Actor actor(Person person) {
        return new Actor(person.username(), person.username(), person.roles());
    }
}
