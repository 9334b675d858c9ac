package org.contractethics.contract.internal.owner;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractHandedOver;
import org.contractethics.contract.OwnersInReview;
import org.contractethics.contract.internal.Contracts;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.contract.internal.owner.AccountOwner.Ground;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The account owner hands their contract to a colleague. Where they are gone or do not act, the panel chair or the board committee does,
 * who take tasks back as well. Whoever ever was the owner stays barred from the review as an owner is (H1).
 */
@Service
public class HandingOver {

    private static final Role[] IN_PLACE_OF_THE_OWNER = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};

    private final Contracts contracts;
    private final AccountOwners owners;
    private final OwnersInReview reviews;
    private final PeopleDirectory people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandingOver(
            Contracts contracts,
            AccountOwners owners,
            OwnersInReview reviews,
            PeopleDirectory people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contracts = contracts;
        this.owners = owners;
        this.reviews = reviews;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the page of the hand-over is for this person, though it may say that nothing can be handed over now. */
    public boolean mayLook(Contract contract, Actor viewer) {
        return contract.submitter() != null
                && !observes(viewer)
                && (Visibility.owns(contract, viewer) || viewer.hasAny(IN_PLACE_OF_THE_OWNER));
    }

    /** Every owner there was; refused to whoever the page is not for. */
    public List<AccountOwner> history(Contract contract, Actor viewer) {
        demandLook(contract, viewer);
        return owners.of(contract.id());
    }

    /** Why this person cannot hand this contract over now; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        try {
            ground(contract, actor);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    /** Everyone in sales but the present owner and whoever asks; whether each may is asked when one is chosen. */
    public List<Person> choices(Contract contract, Actor actor) {
        return people.withRole(Role.SUBMITTER).stream()
                .filter(person -> !person.username().equals(contract.submitter()))
                .filter(person -> !person.username().equals(actor.username()))
                .toList();
    }

    private List<FormProblem> problems(Contract contract, HandOver asked, Actor actor) {
        List<FormProblem> problems = new ArrayList<>(asked.problems());
        if (!asked.owner().isEmpty()) {
            against(contract, asked.owner(), actor).stream()
                    .map(why -> new FormProblem("owner", why))
                    .forEach(problems::add);
        }
        return problems;
    }

    /** The contract, held until the end of the transaction, if this person may hand it over now; refused else. */
    @Transactional
    public Contract handable(ContractId id, Actor actor) {
        Contract contract = held(id);
        ground(contract, actor);
        return contract;
    }

    private Contract held(ContractId id) {
        return contracts
                .lock(id)
                .orElseThrow(() -> Refused.notFound("There is no such contract."))
                .contract();
    }

    /** @param seen the account owner whom the actor saw; somebody else since then is refused */
    @Transactional
    public void handOver(ContractId id, String seen, HandOver asked, Actor actor) {
        Contract contract = held(id);
        Ground ground = ground(contract, actor);
        String before = String.valueOf(contract.submitter());
        if (!before.equals(seen)) {
            throw Refused.conflict("The contract was handed over meanwhile. Nothing was changed by you.");
        }
        List<FormProblem> problems = problems(contract, asked, actor);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        owners.handOver(
                id,
                new AccountOwner(
                        owners.of(id).size() + 1, asked.owner(), now, actor.username(), ground, asked.reasons()));
        events.publishEvent(new ContractHandedOver(
                id,
                contract.reference(),
                before,
                asked.owner(),
                ground.name(),
                asked.reasons(),
                actor.username(),
                now));
    }

    private Ground ground(Contract contract, Actor actor) {
        demandLook(contract, actor);
        if (Visibility.owns(contract, actor)) {
            return Ground.OWN_DECISION;
        }
        List<String> bars = reviews.againstHandingOver(contract.id(), actor);
        if (!bars.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, bars);
        }
        if (sells(String.valueOf(contract.submitter())).isEmpty()) {
            return Ground.OWNER_GONE;
        }
        if (reviews.overdueOfOwner(contract.id())) {
            return Ground.OVERDUE;
        }
        throw Refused.conflict("The account owner still works in sales, and nothing that only they can do is overdue."
                + " They hand the contract over themselves.");
    }

    private void demandLook(Contract contract, Actor actor) {
        if (contract.submitter() == null) {
            throw Refused.conflict("Nobody owns this contract yet, so there is nothing to hand over. Take it instead.");
        }
        if (!mayLook(contract, actor)) {
            throw Refused.notAllowed(
                    "The account owner hands a contract over; in their place the panel chair or the board committee.");
        }
    }

    private List<String> against(Contract contract, String next, Actor actor) {
        if (next.equals(contract.submitter())) {
            return List.of("This person is the account owner already.");
        }
        if (next.equals(actor.username())) {
            return List.of("You cannot hand the contract over to yourself.");
        }
        return sells(next)
                .map(person -> reviews.againstOwning(
                        contract.id(), new Actor(person.username(), person.displayName(), person.roles())))
                .orElseGet(() -> List.of("There is nobody of this name in sales whose account is switched on."));
    }

    /** Found while their account is switched on and they hold the role; fails where the people directory cannot tell. */
    private Optional<Person> sells(String username) {
        return people.find(username).filter(person -> person.roles().contains(Role.SUBMITTER));
    }

    /** Auditors write nothing, leadership takes no part. */
    private static boolean observes(Actor actor) {
        return actor.observes();
    }
}
