package org.contractethics.concern.internal.letter;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.concern.Concerns.ConcernAnswered;
import org.contractethics.concern.internal.letter.LetterSignatures.Given;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the signatories whose names every employee may read that their letter was answered, all in one notice. The others find the
 * answer on the page of the letter at the same moment: a notice would put their name beside it.
 */
@Component
class TellingSignatories {

    private final LetterStore letters;
    private final LetterSignatures signatures;
    private final ApplicationEventPublisher events;

    TellingSignatories(LetterStore letters, LetterSignatures signatures, ApplicationEventPublisher events) {
        this.letters = letters;
        this.signatures = signatures;
        this.events = events;
    }

    // in the transaction of the answer; the notice itself is delivered after its commit
    @EventListener
    void on(ConcernAnswered answered) {
        letters.find(answered.concern()).ifPresent(letter -> {
            Set<String> known = known(letter);
            if (!known.isEmpty()) {
                events.publishEvent(new Notice(
                        known,
                        Set.of(),
                        "A letter you signed was answered",
                        "The answer with its reasons stands on the page of the letter, for every employee.",
                        "/letters/" + letter.id()));
            }
        });
    }

    private Set<String> known(Letter letter) {
        return switch (letter.signing()) {
            case NAMED -> names(signatures.all(letter.id(), letter.version()).stream());
            case REVEALED_AT -> names(signatures.revealed(letter.id(), letter.version()).stream());
            case CUSTODIAN_ONLY, COUNT_ONLY -> Set.of();
        };
    }

    private static Set<String> names(Stream<Given> given) {
        return given.flatMap(one -> Stream.ofNullable(one.username())).collect(Collectors.toUnmodifiableSet());
    }
}
