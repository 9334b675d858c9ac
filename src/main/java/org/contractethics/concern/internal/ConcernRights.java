package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who may read and handle a concern. The one complained about never does (H13): not the account owner of the contract, nor an
 * officer the filer excluded or who stepped back, nor the filer. Where that leaves no ombuds, the board committee handles it, so that
 * no concern ends in a void.
 */
@Component
class ConcernRights {

    /** Those who weigh a contract and have to answer concerns in their reasons. */
    private static final Role[] REVIEWERS = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE
    };

    private final Reporters reporters;
    private final ContractRegister register;
    private final PeopleDirectory people;

    ConcernRights(Reporters reporters, ContractRegister register, PeopleDirectory people) {
        this.reporters = reporters;
        this.register = register;
        this.people = people;
    }

    boolean isFiler(Concern concern, Actor actor) {
        return reporters.isFiler(concern.id(), actor.username());
    }

    /** Asked at every act, because roles and contracts change in between. */
    boolean mayHandle(Concern concern, Actor actor) {
        return mayHandle(concern, actor, keptFrom(List.of(concern)));
    }

    /** The same for many concerns, of which {@code kept} was read together. */
    boolean mayHandle(Concern concern, Actor actor, KeptFrom kept) {
        if (actor.has(Role.LEADERSHIP) || kept.isBarred(concern, actor.username())) {
            return false;
        }
        return actor.has(Role.OMBUDS) || (actor.has(Role.BOARD_COMMITTEE) && isWithoutOmbuds(concern, kept));
    }

    /** Account names of all who may handle it now; fails where the people directory cannot tell, so that it is asked again. */
    List<String> handlers(Concern concern) {
        KeptFrom kept = keptFrom(List.of(concern));
        List<String> ombuds = free(concern, Role.OMBUDS, kept);
        return ombuds.isEmpty() ? free(concern, Role.BOARD_COMMITTEE, kept) : ombuds;
    }

    /** From whom these concerns are kept: three statements, however many there are. */
    KeptFrom keptFrom(Collection<Concern> concerns) {
        List<ConcernId> ids = concerns.stream().map(Concern::id).toList();
        Map<ContractId, String> owners = new HashMap<>();
        register.findAll(concerns.stream()
                        .flatMap(concern -> Stream.ofNullable(concern.contract()))
                        .collect(Collectors.toSet()))
                .forEach((id, contract) -> {
                    String owner = contract.submitter();
                    if (owner != null) {
                        owners.put(id, owner);
                    }
                });
        return new KeptFrom(Set.copyOf(ids), reporters.marksOf(ids), reporters.keptFrom(ids), owners);
    }

    /** Whether the topics, states and texts of open concerns on this contract are for the viewer, without the filers. */
    boolean weighsConcernsOn(ContractId contract, Actor viewer) {
        return viewer.hasAny(REVIEWERS) && !viewer.has(Role.LEADERSHIP) && !isOwner(contract, viewer.username());
    }

    static boolean mayFile(Actor actor) {
        return actor.hasAny(Role.EMPLOYEE, Role.EXTERNAL_FILER);
    }

    /** A directory that does not answer is no proof that no ombuds is left: then the board committee reads nothing. */
    private boolean isWithoutOmbuds(Concern concern, KeptFrom kept) {
        try {
            return free(concern, Role.OMBUDS, kept).isEmpty();
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }

    private List<String> free(Concern concern, Role role, KeptFrom kept) {
        return people.withRole(role).stream()
                .filter(person -> !person.roles().contains(Role.LEADERSHIP))
                .map(Person::username)
                .filter(username -> !kept.isBarred(concern, username))
                .toList();
    }

    /** The account owner is never told of concerns about their contract, whatever other roles they hold. */
    boolean isOwner(ContractId contract, String username) {
        return register.find(contract)
                .filter(known -> username.equals(known.submitter()))
                .isPresent();
    }
}
