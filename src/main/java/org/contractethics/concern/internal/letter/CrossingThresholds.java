package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a letter has enough signatures. Each consequence is taken once for a letter and for good, in the transaction of the
 * signature that reached it: the signer holds the lock of the letter, and the row of a consequence is there once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CrossingThresholds {

    private static final Logger log = LoggerFactory.getLogger(CrossingThresholds.class);

    private final CountingSignatures count;
    private final Consequences consequences;
    private final ThresholdBook thresholds;
    private final PossibleConsequences possible;
    private final ConcernMeasures measures;
    private final ConcernKnowledge knowledge;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CrossingThresholds(
            CountingSignatures count,
            Consequences consequences,
            ThresholdBook thresholds,
            PossibleConsequences possible,
            ConcernMeasures measures,
            ConcernKnowledge knowledge,
            ApplicationEventPublisher events,
            Clock clock) {
        this.count = count;
        this.consequences = consequences;
        this.thresholds = thresholds;
        this.possible = possible;
        this.measures = measures;
        this.knowledge = knowledge;
        this.events = events;
        this.clock = clock;
    }

    /** After a signature was added; the letter is locked. */
    void afterSignatureOn(Letter letter) {
        int signatures = count.now(letter.id(), letter.version());
        events.publishEvent(new SignaturesCounted(letter.id(), signatures));
        for (Consequence consequence : possible.of(letter)) {
            OptionalInt threshold = thresholds.people(consequence);
            if (threshold.isPresent() && signatures >= threshold.getAsInt()) {
                reach(letter, consequence, threshold.getAsInt());
            }
        }
    }

    private void reach(Letter letter, Consequence consequence, int threshold) {
        if (!consequences.add(letter.id(), consequence, letter.version(), threshold, today())) {
            return;
        }
        String because = String.format(Locale.ROOT, "A collective letter was signed by %,d people or more.", threshold);
        boolean taken = false;
        for (ContractId contract : possible.contractsOf(consequence, letter)) {
            taken |= take(consequence, contract, letter.id(), because);
        }
        if (!taken) {
            tell(letter, consequence, because);
        }
        events.publishEvent(LetterFact.reached(letter, consequence, threshold, LetterFact.dayOf(today())));
        log.info("threshold reached letter={} consequence={}", letter.id(), consequence);
    }

    /** Where a measure was taken on a contract, that tells of itself. Nobody is told from whom the letter is kept (H13). */
    private void tell(Letter letter, Consequence consequence, String because) {
        events.publishEvent(Notice.toRoles(
                        told(consequence),
                        "A collective letter has reached a threshold",
                        consequence.label() + ". " + because,
                        "/letters/" + letter.id())
                .exceptFor(knowledge.keptFrom(letter.id())));
    }

    private boolean take(Consequence consequence, ContractId contract, ConcernId letter, String because) {
        return switch (consequence) {
            case HEARING -> measures.hearing(contract, letter, because);
            case HOLD -> measures.hold(contract, letter, because);
            case REOPENING -> measures.reopen(contract, letter, because);
            case BOARD -> measures.board(contract, letter, because);
        };
    }

    private static Set<Role> told(Consequence consequence) {
        return switch (consequence) {
            case HEARING -> Set.of(Role.PANEL_CHAIR);
            case HOLD, REOPENING -> Set.of(Role.TRIAGE_OFFICER);
            case BOARD -> Set.of(Role.BOARD_COMMITTEE);
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
