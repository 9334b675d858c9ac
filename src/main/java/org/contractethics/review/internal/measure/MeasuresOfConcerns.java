package org.contractethics.review.internal.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.ReopeningReview;
import org.contractethics.review.internal.followup.OpeningSuspension;
import org.contractethics.review.internal.followup.SignedContracts.ServicesGoOn;
import org.contractethics.review.internal.followup.StatingInForce;
import org.contractethics.review.internal.panel.ActsAs;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a concern asks for, once for each concern, and records it under the opaque id alone: from whoever must not know of the
 * concern, the entry is kept as well (H13).
 */
@Component
@Transactional
class MeasuresOfConcerns implements ConcernMeasures {

    private static final int MAX_REASON = 2_000;

    private final Measures measures;
    private final ReopeningReview reopening;
    private final OpeningSuspension suspensions;
    private final StatingInForce inForce;
    private final MeasureNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeasuresOfConcerns(
            Measures measures,
            ReopeningReview reopening,
            OpeningSuspension suspensions,
            StatingInForce inForce,
            MeasureNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.measures = measures;
        this.reopening = reopening;
        this.suspensions = suspensions;
        this.inForce = inForce;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean take(Measure measure, ContractId contract, ConcernId concern, String because, String actor) {
        if (because.isBlank() || because.length() > MAX_REASON) {
            throw Refused.invalid("Give the reason for it in at most 2,000 characters.");
        }
        measures.lock(contract);
        if (measures.taken(measure, contract, concern)) {
            return false;
        }
        Instant now = clock.instant();
        Acted acted = act(measure, contract);
        Taken taken = new Taken(
                contract,
                concern,
                measure,
                because.strip(),
                actor,
                day(now),
                acted.review(),
                acted.opened(measure),
                null);
        measures.add(taken);
        UUID suspension = acted.suspension();
        if (suspension != null) {
            measures.decides(suspension, contract, concern);
        }
        record("concern-measure-taken", taken, null, actor, now);
        notices.taken(taken);
        return true;
    }

    /** What began by a measure. */
    private record Acted(@Nullable ReviewId review, @Nullable UUID suspension) {

        boolean opened(Measure measure) {
            return switch (measure) {
                case REOPEN -> review != null;
                case SUSPENSION -> suspension != null;
                case HOLD, HEARING, BOARD -> true;
            };
        }
    }

    private Acted act(Measure measure, ContractId contract) {
        if (measure == Measure.REOPEN || measure == Measure.SUSPENSION) {
            inForce.asPublished(contract);
        }
        return switch (measure) {
            case REOPEN -> new Acted(reopening.open(contract).orElse(null), null);
            case SUSPENSION ->
                new Acted(null, suspensions.becauseOfConcern(contract).orElse(null));
            case HOLD, HEARING, BOARD -> new Acted(null, null);
        };
    }

    /** What was asked for while services were held is decided now that they go on. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ServicesGoOn goOn) {
        List<Taken> waiting = measures.about(goOn.contract()).stream()
                .filter(taken -> taken.measure() == Measure.SUSPENSION && !taken.opened())
                .toList();
        if (!waiting.isEmpty()) {
            suspensions
                    .becauseOfConcern(goOn.contract())
                    .ifPresent(suspension ->
                            waiting.forEach(taken -> measures.decides(suspension, taken.contract(), taken.concern())));
        }
    }

    @Override
    public boolean release(ContractId contract, ConcernId concern, String because, String actor) {
        return end(Measure.HOLD, contract, concern, because, actor);
    }

    @Override
    public boolean hold(ContractId contract, ConcernId concern, String because) {
        return take(Measure.HOLD, contract, concern, because, BY_THE_TABLE);
    }

    @Override
    public boolean reopen(ContractId contract, ConcernId concern, String because) {
        return take(Measure.REOPEN, contract, concern, because, BY_THE_TABLE);
    }

    @Override
    public boolean hearing(ContractId contract, ConcernId concern, String because) {
        return take(Measure.HEARING, contract, concern, because, BY_THE_TABLE);
    }

    @Override
    public boolean board(ContractId contract, ConcernId concern, String because) {
        return take(Measure.BOARD, contract, concern, because, BY_THE_TABLE);
    }

    @Override
    public boolean end(Taken taken, String because, String actor) {
        return end(taken.measure(), taken.contract(), taken.concern(), because, actor);
    }

    @Override
    public void endAll(ConcernId concern, String because, String actor) {
        for (Taken taken : measures.of(concern)) {
            if (taken.stands()) {
                boolean unused = end(taken, because, actor);
            }
        }
    }

    /** Ends a measure that something waits for. */
    boolean end(Measure measure, ContractId contract, ConcernId concern, String because, String actor) {
        return end(measure, contract, concern, because, null, actor);
    }

    /**
     * A hearing that was held.
     *
     * @param tier the higher one that it found; null where the tier stays
     * @param actsAs as what it was recorded
     */
    record Held(@Nullable Tier tier, ActsAs actsAs) {}

    boolean heard(ContractId contract, ConcernId concern, String because, Held held, String actor) {
        return end(Measure.HEARING, contract, concern, because, held, actor);
    }

    private boolean end(
            Measure measure,
            ContractId contract,
            ConcernId concern,
            String because,
            @Nullable Held held,
            String actor) {
        measures.lock(contract);
        Optional<Taken> standing = measures.of(concern).stream()
                .filter(taken -> taken.measure() == measure && taken.contract().equals(contract) && taken.stands())
                .findFirst();
        Instant now = clock.instant();
        standing.ifPresent(taken -> {
            measures.end(taken, new End(because.strip(), actor, day(now)), held);
            record("concern-measure-ended", taken, held, actor, now);
            notices.ended(taken);
        });
        return standing.isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Taken> of(ConcernId concern) {
        return measures.of(concern);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Taken> about(ContractId contract) {
        return measures.about(contract);
    }

    private void record(String kind, Taken taken, @Nullable Held held, String actor, Instant now) {
        Facts facts = Facts.of("concernId", taken.concern())
                .and("measure", taken.measure().name())
                .and("newReviewId", taken.review())
                .and("tier", held == null ? null : held.tier());
        events.publishEvent(
                (held == null ? facts : held.actsAs().told(facts)).recorded(kind, taken.contract(), actor, now));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
