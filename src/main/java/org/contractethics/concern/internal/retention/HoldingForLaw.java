package org.contractethics.concern.internal.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: one person asks with a reason, another confirms, and somebody else than who asked lifts it. */
@Service
public class HoldingForLaw {

    private final HandledConcerns concerns;
    private final RetentionSettings keep;
    private final JdbcClient jdbc;
    private final Clock clock;

    HoldingForLaw(HandledConcerns concerns, RetentionSettings keep, JdbcClient jdbc, Clock clock) {
        this.concerns = concerns;
        this.keep = keep;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param confirmedBy null while it waits for its second person */
    public record Hold(
            UUID id, UUID concern, String reason, String askedBy, LocalDate askedOn, @Nullable String confirmedBy) {}

    /** How long concerns are kept, as a sentence for filers. */
    public String periods() {
        return "After its last word a concern is kept for %s months, or %s where an appeal changed the answer. Then everything of it is"
                        .formatted(keep.keepAnsweredMonths(), keep.keepChangedMonths())
                + " removed but what became of it and the day. What was done about the contract stays with its review, with the"
                + " reasons that were given there.";
    }

    /** The hold that stands, for somebody who may read the concern; that was asked before. */
    @Transactional(readOnly = true)
    public Optional<Hold> of(ConcernId id) {
        return jdbc.sql(
                        """
                select id, concern, reason, asked_by, asked_on, confirmed_by from concern.legal_hold
                where concern = :id and lifted_on is null
                  and (confirmed_on is not null or asked_on + 14 >= :today)""")
                .param("today", today())
                .param("id", id.value())
                .query(Hold.class)
                .optional();
    }

    /** Holds that this person may confirm or lift. They learn of the concern nothing but the reason of the hold. */
    @Transactional(readOnly = true)
    public List<Hold> forSecondPerson(Actor person) {
        return jdbc
                .sql(
                        """
                select id, concern, reason, asked_by, asked_on, confirmed_by from concern.legal_hold
                where lifted_on is null and asked_by <> :person
                  and (confirmed_on is not null or asked_on + 14 >= :today) order by asked_on, id""")
                .param("today", today())
                .param("person", person.username())
                .query(Hold.class)
                .list()
                .stream()
                .filter(hold -> concerns.handlesOrSitsOnBoard(new ConcernId(hold.concern()), person))
                .toList();
    }

    @Transactional
    public void ask(ConcernId id, String reason, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        String why = GivenReason.demand(
                reason, "Say in 30 to 2,000 characters which law or proceeding asks for it. The filer reads it.");
        if (concerns.isWithdrawn(id)) {
            throw Refused.conflict("Its filer withdrew this concern, and nothing of it is left to keep.");
        }
        if (of(id).isPresent()) {
            throw Refused.conflict("A legal hold keeps this concern already.");
        }
        endUnconfirmed(id);
        jdbc.sql(
                        """
                insert into concern.legal_hold (id, concern, reason, asked_by, asked_on)
                values (:hold, :id, :reason, :by, :on)""")
                .param("hold", UUID.randomUUID())
                .param("id", id.value())
                .param("reason", why)
                .param("by", officer.username())
                .param("on", today())
                .update();
        concerns.recordAct("concern-hold-asked", concern, officer.username(), clock.instant());
    }

    /** One that nobody confirmed in time is over; it makes room for another. */
    private void endUnconfirmed(ConcernId id) {
        jdbc.sql(
                        """
                update concern.legal_hold set lifted_by = 'system', lifted_on = :today
                where concern = :id and lifted_on is null and confirmed_on is null and asked_on + 14 < :today""")
                .param("id", id.value())
                .param("today", today())
                .update();
    }

    @Transactional
    public void confirm(ConcernId id, Actor second) {
        another(id, second, "confirmed_by = :by, confirmed_on = :on", "concern-hold-confirmed");
    }

    @Transactional
    public void lift(ConcernId id, Actor other) {
        another(id, other, "lifted_by = :by, lifted_on = :on", "concern-hold-lifted");
    }

    private void another(ConcernId id, Actor other, String change, String kind) {
        Concern concern = concerns.lockForHandlerOrBoard(id, other);
        Hold hold = of(id).orElseThrow(() -> withoutHold(id, other));
        if (hold.askedBy().equals(other.username())) {
            throw Refused.notAllowed("Somebody else than who asked for the legal hold confirms and lifts it.");
        }
        jdbc.sql("update concern.legal_hold set " + change + " where id = :hold")
                .param("by", other.username())
                .param("on", today())
                .param("hold", hold.id())
                .update();
        concerns.recordAct(kind, concern, other.username(), clock.instant());
    }

    /** Who does not handle the concern knows of it by its hold alone: without one there is none for them. */
    private Refused withoutHold(ConcernId id, Actor other) {
        concerns.lockForHandler(id, other);
        return Refused.conflict("No legal hold keeps this concern.");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
