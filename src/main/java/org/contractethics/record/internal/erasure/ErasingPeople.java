package org.contractethics.record.internal.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.erasure.Erasures.Removed;
import org.contractethics.record.internal.erasure.RefusedErasure.Rule;
import org.contractethics.shared.Actor;
import org.contractethics.shared.KeptForPerson;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * GDPR Art. 17: the ombuds and the board committee erase people from the record, two of them together and never themselves. What the
 * rules refuse is recorded, in a transaction of its own.
 */
@Service
public class ErasingPeople {

    private static final int SHOWN = 100;

    private final Erasures erasures;
    private final ErasureRules rules;
    private final List<KeptForPerson> kept;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    /** A write of the API is one transaction, which a refusal rolls back. */
    private final TransactionTemplate afterwards;

    private final Clock clock;

    ErasingPeople(
            Erasures erasures,
            ErasureRules rules,
            List<KeptForPerson> kept,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.erasures = erasures;
        this.rules = rules;
        this.kept = kept;
        this.events = events;
        this.transaction = transaction;
        this.afterwards = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Whether this person may ask for erasures and decide on those of others. */
    public boolean mayErase(Actor actor) {
        return actor.hasAny(Role.OMBUDS, Role.BOARD_COMMITTEE);
    }

    public List<OpenErasure> open() {
        return erasures.open();
    }

    public List<DecidedErasure> decided() {
        return erasures.decided(SHOWN);
    }

    public Extent extent(OpenErasure erasure) {
        return erasures.extent(erasure.subject(), erasure.name());
    }

    public boolean mayDecide(OpenErasure erasure, Actor actor) {
        return mayErase(actor)
                && !actor.username().equalsIgnoreCase(erasure.requestedBy())
                && !actor.username().equalsIgnoreCase(erasure.subject());
    }

    /** Nothing is erased until somebody else approves it. */
    public UUID request(ErasureRequest request, Actor actor) {
        return obeying("REQUEST", actor, () -> {
            demandRight(actor);
            if (!request.problems().isEmpty()) {
                throw Refused.invalid(request.problems());
            }
            rules.demandErasable(request, actor);
            return requested(request, actor);
        });
    }

    private UUID requested(ErasureRequest request, Actor actor) {
        UUID id = UUID.randomUUID();
        ErasureBasis basis = Objects.requireNonNull(request.basis());
        Instant now = now();
        erasures.add(new OpenErasure(
                id, request.account(), request.nameOrNull(), basis, request.reason(), actor.username(), now));
        events.publishEvent(ErasureFact.requested(id, request, basis, actor.username(), now));
        return id;
    }

    /** Removes every value of the person from the record and what is kept for them alone; what stays are commitments that say nothing, and an entry that says what was erased. */
    public void approve(UUID id, Actor actor) {
        obeying("APPROVE", actor, () -> {
            OpenErasure erasure = decidable(id, actor);
            rules.demandStillErasable(erasure.subject(), erasure.name());
            Set<String> spellings = erasures.spellings(erasure.subject());
            Instant now = now();
            List<Removed> removed = erasures.erase(id, actor.username(), now);
            long entries = removed.stream().mapToLong(Removed::entry).distinct().count();
            ErasureFact.erased(
                            erasure, removed.stream().map(Removed::toString).toList(), entries, actor.username(), now)
                    .forEach(events::publishEvent);
            ErasureFact.readsErased(erasure, erasures.reads(id), actor.username(), now)
                    .forEach(events::publishEvent);
            spellings.forEach(account -> kept.forEach(one -> one.forget(account)));
            return id;
        });
    }

    public void decline(UUID id, Actor actor) {
        obeying("DECLINE", actor, () -> {
            decidable(id, actor);
            Instant now = now();
            erasures.decline(id, actor.username(), now);
            events.publishEvent(ErasureFact.declined(id, actor.username(), now));
            return id;
        });
    }

    private OpenErasure decidable(UUID id, Actor actor) {
        demandRight(actor);
        OpenErasure erasure = erasures.open(id)
                .orElseThrow(() -> RefusedErasure.conflict(
                        Rule.ALREADY_DECIDED, "There is no such erasure to decide on: it was decided already."));
        rules.demandSecondPerson(erasure, actor);
        return erasure;
    }

    private void demandRight(Actor actor) {
        if (!mayErase(actor)) {
            throw RefusedErasure.notAllowed(
                    Rule.NOT_ENTITLED, "The ombuds and the board committee erase people from the record.");
        }
    }

    private UUID obeying(String act, Actor actor, Supplier<UUID> erasure) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> erasure.get()));
        } catch (RefusedErasure refused) {
            throw recorded(act, refused, actor);
        } catch (DataIntegrityViolationException meanwhile) {
            // the database holds the same rules; only somebody who was faster leads here
            throw recorded(
                    act,
                    RefusedErasure.conflict(Rule.ALREADY_DECIDED, "Somebody else was faster. Look at the page again."),
                    actor);
        }
    }

    private RefusedErasure recorded(String act, RefusedErasure refused, Actor actor) {
        afterwards.executeWithoutResult(
                status -> events.publishEvent(ErasureFact.refused(act, refused, actor.username(), clock.instant())));
        return refused;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
