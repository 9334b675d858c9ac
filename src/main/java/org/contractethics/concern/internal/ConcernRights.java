package org.contractethics.concern.internal;

import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who may read and handle a concern. The one complained about never does (H13): not the account owner of the contract, nor an
 * officer the filer excluded, nor the filer. Where that leaves no ombuds, the board committee handles it, so that no concern
 * ends in a void.
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
        if (actor.has(Role.LEADERSHIP) || isBarred(concern, actor.username())) {
            return false;
        }
        return actor.has(Role.OMBUDS) || (actor.has(Role.BOARD_COMMITTEE) && isWithoutOmbuds(concern));
    }

    /** Account names of all who may handle it now; fails where the people directory cannot tell, so that it is asked again. */
    List<String> handlers(Concern concern) {
        List<String> ombuds = ombudsFree(concern);
        return ombuds.isEmpty() ? free(concern, Role.BOARD_COMMITTEE) : ombuds;
    }

    /** Whether the topics, states and texts of open concerns on this contract are for the viewer, without the filers. */
    boolean weighsConcernsOn(ContractId contract, Actor viewer) {
        return viewer.hasAny(REVIEWERS) && !viewer.has(Role.LEADERSHIP) && !isOwner(contract, viewer.username());
    }

    static boolean mayFile(Actor actor) {
        return actor.hasAny(Role.EMPLOYEE, Role.EXTERNAL_FILER);
    }

    /** A directory that does not answer is no proof that no ombuds is left: then the board committee reads nothing. */
    private boolean isWithoutOmbuds(Concern concern) {
        try {
            return ombudsFree(concern).isEmpty();
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }

    private List<String> ombudsFree(Concern concern) {
        return free(concern, Role.OMBUDS);
    }

    private List<String> free(Concern concern, Role role) {
        return people.withRole(role).stream()
                .filter(person -> !person.roles().contains(Role.LEADERSHIP))
                .map(Person::username)
                .filter(username -> !isBarred(concern, username))
                .toList();
    }

    /** Whether this person must not learn that the concern exists: in no list, count, task, notice or entry. */
    boolean isWithheld(Concern concern, String username) {
        ContractId contract = concern.contract();
        return reporters.excluded(concern.id()).contains(username) || (contract != null && isOwner(contract, username));
    }

    private boolean isBarred(Concern concern, String username) {
        return isWithheld(concern, username) || reporters.isFiler(concern.id(), username);
    }

    /** The account owner is never told of concerns about their contract, whatever other roles they hold. */
    boolean isOwner(ContractId contract, String username) {
        return register.find(contract)
                .filter(known -> username.equals(known.submitter()))
                .isPresent();
    }
}
