package org.contractethics.concern.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.contractethics.shared.ContractParticipants.Participants;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who may read and handle a concern. The one complained about never does (H13): nobody who is paid by the contract or judged it, nobody
 * who wrote or approved the policy or runs the part of the process it is about, nobody the filer excluded or who stepped back, nor the filer. Where that leaves no ombuds, the board committee handles it, and where it
 * leaves nobody there either, the ombudsperson outside the company: no concern ends in a void.
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
    private final ContractsConcerned concerned;
    private final ContractParticipants participants;
    private final PeopleDirectory people;
    private final OutsideOmbuds outside;
    private final AppealedConcerns appeals;
    private final HandsInMatters hands;

    ConcernRights(
            Reporters reporters,
            ContractsConcerned concerned,
            ContractParticipants participants,
            PeopleDirectory people,
            OutsideOmbuds outside,
            AppealedConcerns appeals,
            HandsInMatters hands) {
        this.hands = hands;
        this.reporters = reporters;
        this.concerned = concerned;
        this.appeals = appeals;
        this.participants = participants;
        this.people = people;
        this.outside = outside;
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
        if (actor.has(Role.OMBUDS) || (kept.isAppealed(concern) && mayRule(concern, actor, kept))) {
            return true;
        }
        return actor.has(Role.BOARD_COMMITTEE)
                ? isLeft(Handler.BOARD_COMMITTEE, concern, kept)
                : outside.is(actor.username()) && isLeft(Handler.OUTSIDE, concern, kept);
    }

    /** Whether it falls to these because nobody before them may handle it; not where the people directory cannot tell. */
    private boolean isLeft(Handler handler, Concern concern, KeptFrom kept) {
        try {
            return handler(concern, kept) == handler;
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }

    /** Who handles it now; fails where the people directory cannot tell. */
    Handler handler(Concern concern) {
        return handler(concern, keptFrom(List.of(concern)));
    }

    private Handler handler(Concern concern, KeptFrom kept) {
        return Arrays.stream(Handler.values())
                .filter(handler -> handler == Handler.NOBODY
                        || !free(handler, concern, kept).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Whether this person may rule on an appeal against the answer: never who answered it. */
    boolean mayRuleOnAppeal(Concern concern, Actor actor) {
        KeptFrom kept = keptFrom(List.of(concern));
        return !actor.has(Role.LEADERSHIP)
                && !kept.isBarred(concern, actor.username())
                && mayRule(concern, actor, kept)
                && !appeals.answeredBy(concern.id(), actor.username());
    }

    /** The board committee; where nobody of it may, whoever is outside. */
    private boolean mayRule(Concern concern, Actor actor, KeptFrom kept) {
        return actor.has(Role.BOARD_COMMITTEE)
                || (outside.is(actor.username()) && ofBoard(concern, kept).isEmpty());
    }

    /** Who of the board committee may rule on an appeal: nobody who gave the answer. */
    private List<String> ofBoard(Concern concern, KeptFrom kept) {
        return free(Handler.BOARD_COMMITTEE, concern, kept).stream()
                .filter(person -> !appeals.answeredBy(concern.id(), person))
                .toList();
    }

    /** Account names of all who may rule on an appeal; fails where the people directory cannot tell. */
    List<String> appealDeciders(Concern concern) {
        KeptFrom kept = keptFrom(List.of(concern));
        List<String> board = ofBoard(concern, kept);
        return board.isEmpty()
                ? free(Handler.OUTSIDE, concern, kept).stream()
                        .filter(person -> !appeals.answeredBy(concern.id(), person))
                        .toList()
                : board;
    }

    /** Whether this person may handle any concern at all. */
    boolean isHandler(Actor actor) {
        return actor.hasAny(Role.OMBUDS, Role.BOARD_COMMITTEE) || outside.is(actor.username());
    }

    /** Account names of all who may handle it now; fails where the people directory cannot tell, so that it is asked again. */
    List<String> handlers(Concern concern) {
        KeptFrom kept = keptFrom(List.of(concern));
        return free(handler(concern, kept), concern, kept);
    }

    /** From whom these concerns are kept: four statements, however many there are. */
    KeptFrom keptFrom(Collection<Concern> concerns) {
        List<ConcernId> ids = concerns.stream().map(Concern::id).toList();
        Map<ConcernId, Set<ContractId>> about = concerned.of(ids);
        Set<ContractId> contracts = about.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return new KeptFrom(
                Set.copyOf(ids),
                reporters.marksOf(ids),
                reporters.keptFrom(ids),
                about,
                participants.of(contracts),
                appeals.among(ids),
                hands.read());
    }

    /** Whether the topics, states and texts of open concerns on this contract are for the viewer, without the filers. */
    boolean weighsConcernsOn(ContractId contract, Actor viewer) {
        return viewer.hasAny(REVIEWERS) && !viewer.has(Role.LEADERSHIP) && !isPaidBy(contract, viewer.username());
    }

    /** Whether the viewer, as a reviewer of this contract, may ask the filer of the concern: about the contract, not kept from them. */
    boolean asksAsReviewer(ContractId contract, Concern concern, Actor viewer) {
        if (!weighsConcernsOn(contract, viewer)) {
            return false;
        }
        KeptFrom kept = keptFrom(List.of(concern));
        return kept.about().getOrDefault(concern.id(), Set.of()).contains(contract)
                && !kept.isWithheld(concern, viewer.username());
    }

    static boolean mayFile(Actor actor) {
        return actor.hasAny(Role.EMPLOYEE, Role.EXTERNAL_FILER);
    }

    private List<String> free(Handler handler, Concern concern, KeptFrom kept) {
        Stream<String> all =
                switch (handler) {
                    case OMBUDS -> holding(Role.OMBUDS);
                    case BOARD_COMMITTEE -> holding(Role.BOARD_COMMITTEE);
                    case OUTSIDE -> outside.account().stream();
                    case NOBODY -> Stream.empty();
                };
        return all.filter(username -> !kept.isBarred(concern, username)).toList();
    }

    private Stream<String> holding(Role role) {
        return people.withRole(role).stream()
                .filter(person -> !person.roles().contains(Role.LEADERSHIP))
                .map(Person::username);
    }

    /** Account owner and account team are never told of concerns about their contract, whatever other roles they hold. */
    boolean isPaidBy(ContractId contract, String username) {
        return participants
                .of(List.of(contract))
                .getOrDefault(contract, Participants.NOBODY)
                .paid()
                .contains(username);
    }
}
