package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.CollectiveConcerns;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.letter.LetterStore.SealedKey;
import org.contractethics.concern.internal.letter.LetterStore.Version;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the author of a letter does with it: opens it, writes it anew, closes it. */
@Service
public class OpeningLetters {

    private final LetterStore letters;
    private final LetterSecrets secrets;
    private final CollectiveConcerns concerns;
    private final ContractRegister register;
    private final Clock clock;

    OpeningLetters(
            LetterStore letters,
            LetterSecrets secrets,
            CollectiveConcerns concerns,
            ContractRegister register,
            Clock clock) {
        this.letters = letters;
        this.secrets = secrets;
        this.concerns = concerns;
        this.register = register;
        this.clock = clock;
    }

    /** What has to be put right before it can be opened. */
    public List<FormProblem> problems(OpenLetter command) {
        var problems = new ArrayList<>(command.problems());
        if (register.findAll(command.contracts()).size() < command.contracts().size()) {
            problems.add(new FormProblem(
                    "contracts",
                    "One of these contracts is not in the register. Open it there and copy its address again."));
        }
        return List.copyOf(problems);
    }

    /** Opens it once, however often it is sent. */
    @Transactional
    public void open(OpenLetter command, Actor author) {
        requireEmployee(author);
        List<FormProblem> problems = problems(command);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        if (!isRepeated(command.id(), author)) {
            SigningMode signing = SigningMode.valueOf(command.signing());
            ContractId about = command.contracts().size() == 1
                    ? command.contracts().iterator().next()
                    : null;
            concerns.file(command.id(), about, ConcernTopic.valueOf(command.topic()), words(command), author);
            secrets.begin(command.id());
            add(command, signing);
        }
    }

    /** Another text is another version, without signatures; the same text is no change. */
    @Transactional
    public void rewrite(ConcernId id, Wording wording, Actor author) {
        Letter letter = locked(id, author);
        requireOpen(letter);
        List<FormProblem> problems = wording.problems();
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        if (wording.says(letters.texts(id).get(0))) {
            throw Refused.invalid(List.of(new FormProblem("text", "Nothing was changed: this is the text in force.")));
        }
        int next = letter.version() + 1;
        letters.addVersion(id, version(letter.signing(), id, next, wording));
        letters.goOnTo(id, next);
        concerns.rewritten(id, next, today());
    }

    /** Nobody can sign it after that. */
    @Transactional
    public void close(ConcernId id, Actor author) {
        Letter letter = locked(id, author);
        requireOpen(letter);
        letters.close(id, today());
        concerns.closed(id, today());
    }

    private void add(OpenLetter command, SigningMode signing) {
        Integer revealAt = signing == SigningMode.REVEALED_AT
                ? Integer.valueOf(command.revealAt().strip())
                : null;
        letters.add(new Letter(command.id(), command.title(), signing, revealAt, 1, today(), null, null, null));
        letters.addContracts(command.id(), command.contracts());
        letters.addVersion(command.id(), version(signing, command.id(), 1, command.wording()));
    }

    private Version version(SigningMode signing, ConcernId letter, int number, Wording wording) {
        SealedKey issuing = signing == SigningMode.COUNT_ONLY ? secrets.newIssuingKey(letter, number) : null;
        return new Version(new LetterText(number, wording.text(), wording.demandsNamed(), today()), issuing);
    }

    private boolean isRepeated(ConcernId id, Actor author) {
        Optional<Letter> known = letters.find(id);
        if (known.isPresent() && !concerns.isAuthor(id, author)) {
            throw Refused.conflict(
                    "The letter could not be opened under the number of this form. It has a new one now: send it again.");
        }
        return known.isPresent();
    }

    private Letter locked(ConcernId id, Actor author) {
        requireEmployee(author);
        Letter letter = letters.lock(id).orElseThrow(ReadingLetters::unknown);
        if (!concerns.isAuthor(id, author)) {
            throw Refused.notAllowed("Only who opened a letter changes its text or closes it.");
        }
        return letter;
    }

    private void requireOpen(Letter letter) {
        if (letter.isClosed() || concerns.answerTo(letter.id()).isPresent()) {
            throw Refused.conflict("This letter was closed or answered. Its text stays as it is.");
        }
    }

    static void requireEmployee(Actor actor) {
        if (!actor.has(Role.EMPLOYEE)) {
            throw Refused.notAllowed("Only employees open and sign letters.");
        }
    }

    private static String words(OpenLetter command) {
        return command.title()
                + "\n\nA collective letter. Its text, its demands and how many signed stand on its page.";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
