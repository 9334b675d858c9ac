package org.contractethics.concern.internal.letter;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.Answer;
import org.contractethics.concern.internal.ChoosingContract;
import org.contractethics.concern.internal.ChoosingContract.Chosen;
import org.contractethics.concern.internal.CollectiveConcerns;
import org.contractethics.concern.internal.ShownAnswers;
import org.contractethics.concern.internal.ShownAnswers.ShownAnswer;
import org.contractethics.concern.internal.letter.Consequences.Reached;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Letters as every employee reads them: what they say, how many signed in steps and by the day, what followed, and the answer. */
@Service
public class ReadingLetters {

    private final LetterStore letters;
    private final CountingSignatures count;
    private final Consequences consequences;
    private final ThresholdBook thresholds;
    private final PossibleConsequences possible;
    private final CollectiveConcerns concerns;
    private final ShownAnswers shownAnswers;
    private final ChoosingContract contracts;
    private final PeopleDirectory people;
    private final Clock clock;

    ReadingLetters(
            LetterStore letters,
            CountingSignatures count,
            Consequences consequences,
            ThresholdBook thresholds,
            PossibleConsequences possible,
            CollectiveConcerns concerns,
            ShownAnswers shownAnswers,
            ChoosingContract contracts,
            PeopleDirectory people,
            Clock clock) {
        this.letters = letters;
        this.count = count;
        this.consequences = consequences;
        this.thresholds = thresholds;
        this.possible = possible;
        this.concerns = concerns;
        this.shownAnswers = shownAnswers;
        this.contracts = contracts;
        this.people = people;
        this.clock = clock;
    }

    /** @param count in words, {@code state} as well */
    public record Line(Letter letter, String count, String state) {}

    /** @param people how many it takes today; null where that cannot be told, {@code reachedOn} null while it was not */
    public record Step(String label, @Nullable Integer people, String threshold, @Nullable LocalDate reachedOn) {}

    /**
     * @param earlier versions that were replaced, the newest first; their signatures do not count
     * @param count in words
     * @param shownAnswers what reviewers asked, with what was released of the answers
     * @param answeredBy null while nobody answered
     */
    public record View(
            Letter letter,
            LetterText text,
            List<LetterText> earlier,
            List<Chosen> contracts,
            String count,
            List<Step> steps,
            List<ShownAnswer> shownAnswers,
            String state,
            boolean signable,
            boolean author,
            boolean handler,
            @Nullable Answer answer,
            @Nullable String answeredBy) {}

    /** What the browser blinds for, in hexadecimal. */
    public record IssuingKey(String modulus, String exponent, String words) {}

    public List<Line> all() {
        return letters.all().stream()
                .map(letter -> new Line(letter, countOf(letter), state(letter, concerns.answerTo(letter.id()))))
                .toList();
    }

    public View view(ConcernId id, Actor viewer) {
        Letter letter = find(id);
        requireReader(id, viewer);
        List<LetterText> texts = letters.texts(id);
        Optional<Answer> answer = concerns.answerTo(id);
        return new View(
                letter,
                texts.get(0),
                texts.subList(1, texts.size()),
                letters.contracts(id).stream()
                        .flatMap(contract -> contracts.find(contract, viewer).stream())
                        .toList(),
                countOf(letter),
                steps(letter),
                shownAnswers.of(id),
                state(letter, answer),
                !letter.isClosed() && answer.isEmpty(),
                concerns.isAuthor(id, viewer),
                concerns.mayHandle(id, viewer),
                answer.orElse(null),
                answer.map(given -> people.displayName(given.officer())).orElse(null));
    }

    /** Letters are for the people of the company; of others they are there for whoever handles one, and for nobody else. */
    private void requireReader(ConcernId id, Actor viewer) {
        if (!viewer.hasAny(Role.EMPLOYEE, Role.OMBUDS, Role.BOARD_COMMITTEE) && !concerns.mayHandle(id, viewer)) {
            throw unknown();
        }
    }

    public Letter find(ConcernId id) {
        return letters.find(id).orElseThrow(ReadingLetters::unknown);
    }

    /** Of the version in force; empty for letters that are not signed with tokens. */
    public Optional<IssuingKey> issuingKey(Letter letter) {
        return letters.issuingKey(letter.id(), letter.version()).map(key -> {
            RSAPublicKey open = BlindSigning.publicKey(key.open());
            return new IssuingKey(
                    open.getModulus().toString(16),
                    open.getPublicExponent().toString(16),
                    Token.wordsOf(letter.id(), letter.version()));
        });
    }

    static Refused unknown() {
        return Refused.notFound("There is no such letter.");
    }

    private List<Step> steps(Letter letter) {
        List<Reached> reached = consequences.before(letter.id(), today());
        List<Consequence> shown = possible.of(letter);
        return Arrays.stream(Consequence.values())
                .filter(consequence -> shown.contains(consequence)
                        || reached.stream().anyMatch(one -> one.consequence() == consequence))
                .map(consequence -> step(consequence, reached))
                .toList();
    }

    private Step step(Consequence consequence, List<Reached> reached) {
        OptionalInt needed = thresholds.people(consequence);
        LocalDate on = reached.stream()
                .filter(one -> one.consequence() == consequence)
                .map(Reached::reachedOn)
                .findFirst()
                .orElse(null);
        return new Step(
                consequence.label(),
                needed.isPresent() ? needed.getAsInt() : null,
                thresholds.inForce(consequence).inWords(),
                on);
    }

    private String countOf(Letter letter) {
        return CountingSignatures.inWords(count.shown(letter.id(), letter.version(), today()));
    }

    private static String state(Letter letter, Optional<Answer> answer) {
        if (answer.isPresent()) {
            return "Answered";
        }
        return letter.isClosed() ? "Closed for signing" : "Open for signing";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
