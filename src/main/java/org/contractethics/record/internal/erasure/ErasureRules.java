package org.contractethics.record.internal.erasure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.internal.erasure.RefusedErasure.Rule;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Retention;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What has to be so before somebody is erased. */
@Component
class ErasureRules {

    /** What stands in entries in the place of an account and is nobody's: the application, nobody named, a sealed value. */
    private static final Set<String> NOBODY = Set.of(Actor.SYSTEM.username(), RecordEntry.UNNAMED, "*");

    private final Erasures erasures;
    private final PeopleDirectory people;
    private final ObjectProvider<Retention> retention;

    ErasureRules(Erasures erasures, PeopleDirectory people, ObjectProvider<Retention> retention) {
        this.erasures = erasures;
        this.people = people;
        this.retention = retention;
    }

    void demandErasable(ErasureRequest request, Actor actor) {
        String subject = request.account();
        if (subject.equalsIgnoreCase(actor.username())) {
            throw RefusedErasure.notAllowed(Rule.ABOUT_ONESELF, "Nobody asks for the erasure of themselves here.");
        }
        if (NOBODY.contains(subject.toLowerCase(Locale.ROOT))) {
            throw RefusedErasure.conflict(
                    Rule.NO_PERSON, "This names no person: what the application did by itself is not erased.");
        }
        if (!erasures.standsInTheRecord(subject)) {
            throw RefusedErasure.conflict(
                    Rule.NOTHING_LEFT,
                    "Nothing of this person can be erased: the record never named this account, or it was erased already.");
        }
        if (erasures.isOpenAbout(subject)) {
            throw RefusedErasure.conflict(
                    Rule.ASKED_ALREADY, "The erasure of this person waits for its second person.");
        }
        demandUnused(subject);
        KnownName.demand(request, people);
        demandNoDuty(subject, request.nameOrNull());
    }

    /** What may change until somebody approves: the account is used again, a review opens, they ask for an erasure themselves. */
    void demandStillErasable(String subject, @Nullable String name) {
        demandUnused(subject);
        demandNoDuty(subject, name);
    }

    private void demandUnused(String subject) {
        // texts that name somebody are looked for without regard to capital letters
        if (!people.inAnySpelling(subject).isEmpty()) {
            throw RefusedErasure.conflict(
                    Rule.ACCOUNT_IN_USE,
                    "This account is in use. Disable it first, or new entries will name it again.");
        }
        if (erasures.isOpenBy(subject)) {
            throw RefusedErasure.conflict(
                    Rule.OWN_REQUEST_WAITS,
                    "An erasure that this person asked for waits for its second person. Decide on that one first.");
        }
    }

    /** Art. 17(3)(b) and (e): what a duty or a legal claim keeps is not erased, and texts of others go with a person as well. */
    private void demandNoDuty(String subject, @Nullable String name) {
        Set<ContractId> contracts = erasures.contracts(subject, name);
        Set<ConcernId> concerns = erasures.concerns(subject, name);
        List<String> duties = retention
                .orderedStream()
                .flatMap(one -> one.duties(contracts, concerns).stream())
                .toList();
        if (!duties.isEmpty()) {
            throw new RefusedErasure(
                    Refused.Kind.CONFLICT,
                    Rule.DUTY_TO_KEEP,
                    Stream.concat(
                                    duties.stream(),
                                    Stream.of(
                                            "Until then Art. 17(3) GDPR keeps what they did, and texts of others that name them."))
                            .toList());
        }
    }

    void demandSecondPerson(OpenErasure erasure, Actor actor) {
        if (erasure.subject().equalsIgnoreCase(actor.username())) {
            throw RefusedErasure.notAllowed(Rule.ABOUT_ONESELF, "Nobody decides on the erasure of themselves.");
        }
        if (erasure.requestedBy().equalsIgnoreCase(actor.username())) {
            throw RefusedErasure.notAllowed(
                    Rule.SECOND_PERSON, "Somebody else than who asked for the erasure decides on it.");
        }
    }
}
