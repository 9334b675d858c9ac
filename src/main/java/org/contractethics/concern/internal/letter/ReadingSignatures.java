package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.CollectiveConcerns;
import org.contractethics.concern.internal.letter.LetterSignatures.Given;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;

/** Who signed a letter, as far as its mode lets the viewer know. Names appear when the day of the signature is over. */
@Service
public class ReadingSignatures {

    private final LetterSignatures signatures;
    private final SigningLetters signing;
    private final IssuingTokens tokens;
    private final CollectiveConcerns concerns;
    private final PeopleDirectory people;
    private final Clock clock;

    ReadingSignatures(
            LetterSignatures signatures,
            SigningLetters signing,
            IssuingTokens tokens,
            CollectiveConcerns concerns,
            PeopleDirectory people,
            Clock clock) {
        this.signatures = signatures;
        this.signing = signing;
        this.tokens = tokens;
        this.concerns = concerns;
        this.people = people;
        this.clock = clock;
    }

    /** @param id of the signature, by which it can be declared invalid */
    public record Name(UUID id, String name) {}

    /** @param sealed whether the vault cannot open names at the moment; then there are none */
    public record Names(List<Name> names, boolean sealed) {

        static final Names NONE = new Names(List.of(), false);
    }

    /** What the viewer has done about the version in force. */
    public enum Own {
        NONE,
        SIGNED,
        INVALID,
        TOKEN_ISSUED,
        /** The vault is sealed: it cannot be told. */
        UNKNOWN
    }

    public Names names(Letter letter, Actor viewer) {
        return switch (letter.signing()) {
            case NAMED -> new Names(shown(signatures.before(letter.id(), letter.version(), today())), false);
            case REVEALED_AT -> new Names(shown(signatures.revealed(letter.id(), letter.version())), false);
            case CUSTODIAN_ONLY -> concerns.mayHandle(letter.id(), viewer) ? opened(letter, viewer) : Names.NONE;
            case COUNT_ONLY -> Names.NONE;
        };
    }

    public Own own(Letter letter, Actor viewer) {
        if (letter.signing() == SigningMode.COUNT_ONLY) {
            return tokens.isIssuedTo(letter, viewer) ? Own.TOKEN_ISSUED : Own.NONE;
        }
        try {
            return signing.signatureOf(letter, viewer)
                    .map(given -> given.invalidatedOn() == null ? Own.SIGNED : Own.INVALID)
                    .orElse(Own.NONE);
        } catch (Refused refused) {
            return unlessSealed(refused, Own.UNKNOWN);
        }
    }

    private Names opened(Letter letter, Actor custodian) {
        try {
            Opening opening = concerns.openingFor(letter.id(), custodian);
            return new Names(
                    signatures.before(letter.id(), letter.version(), today()).stream()
                            .filter(given -> given.sealed() != null)
                            .map(given -> new Name(given.id(), people.displayName(name(given, opening))))
                            .sorted(Comparator.comparing(Name::name))
                            .toList(),
                    false);
        } catch (Refused refused) {
            return unlessSealed(refused, new Names(List.of(), true));
        }
    }

    private static String name(Given given, Opening opening) {
        return opening.text(
                LetterSecrets.nameField(given.id()),
                Objects.requireNonNull(given.sealed(), "sealed for the custodian"));
    }

    private List<Name> shown(List<Given> given) {
        return given.stream()
                .map(one -> new Name(one.id(), people.displayName(String.valueOf(one.username()))))
                .toList();
    }

    private static <T> T unlessSealed(Refused refused, T instead) {
        if (refused.kind() != Refused.Kind.UNAVAILABLE) {
            throw refused;
        }
        return instead;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
