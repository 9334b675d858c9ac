package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.contractethics.concern.internal.CollectiveConcerns;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.letter.LetterSignatures.Invalidation;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A signature that was not given by the person it names does not count. Possible where whoever handles the letter can see the name:
 * without it nobody could say which signature is meant. What has followed from the letter stays.
 */
@Service
public class InvalidatingSignatures {

    private final LetterStore letters;
    private final LetterSignatures signatures;
    private final CollectiveConcerns concerns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InvalidatingSignatures(
            LetterStore letters,
            LetterSignatures signatures,
            CollectiveConcerns concerns,
            ApplicationEventPublisher events,
            Clock clock) {
        this.letters = letters;
        this.signatures = signatures;
        this.concerns = concerns;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void invalidate(ConcernId id, UUID signature, String typed, Actor officer) {
        Letter letter = letters.lock(id).orElseThrow(ReadingLetters::unknown);
        if (!concerns.mayHandle(id, officer)) {
            if (!officer.hasAny(Role.EMPLOYEE, Role.OMBUDS, Role.BOARD_COMMITTEE)) {
                throw ReadingLetters.unknown();
            }
            throw Refused.notAllowed("Only those who handle the letter declare a signature invalid.");
        }
        if (!seesNamesOf(letter)) {
            throw Refused.conflict(
                    "Nobody sees the names of this letter, so no single signature can be declared invalid.");
        }
        String because = GivenReason.demand(
                typed, "Say in 30 to 2,000 characters how it is known that this person did not sign.");
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!signatures.invalidate(
                id, letter.version(), signature, new Invalidation(today, officer.username(), because))) {
            throw Refused.conflict("There is no such valid signature on the version in force.");
        }
        events.publishEvent(LetterFact.invalidated(letter, officer.username(), because, now));
    }

    private static boolean seesNamesOf(Letter letter) {
        return switch (letter.signing()) {
            case NAMED, CUSTODIAN_ONLY -> true;
            case REVEALED_AT -> letter.revealReachedOn() != null;
            case COUNT_ONLY -> false;
        };
    }
}
