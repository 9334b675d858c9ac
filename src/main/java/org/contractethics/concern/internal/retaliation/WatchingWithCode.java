package org.contractethics.concern.internal.retaliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.FilingAnonymously;
import org.contractethics.concern.internal.FilingAnonymously.Coded;
import org.contractethics.concern.internal.FilingAnonymously.Filed;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.WritingOfFilers;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.retaliation.AnswerWithCode.Wrong;
import org.contractethics.concern.internal.retaliation.WatchRows.Sealed;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Told;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * H14 for a filer whom nobody knows: the question waits for them until they come back by their code. Nobody can write to them, and
 * nothing is kept of their coming back but the day on which they answer, which they may leave undone. What they answer is sealed;
 * what they tell of gets an anonymous case of its own, with a code of its own, outside the line like every case about retaliation.
 */
@Service
public class WatchingWithCode {

    private final HandledConcerns concerns;
    private final WritingOfFilers writing;
    private final FilingAnonymously filing;
    private final WatchRows rows;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WatchingWithCode(
            HandledConcerns concerns,
            WritingOfFilers writing,
            FilingAnonymously filing,
            WatchRows rows,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.concerns = concerns;
        this.writing = writing;
        this.filing = filing;
        this.rows = rows;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param askedAfter days after the filing of the question that is due; null where none is */
    public record Question(@Nullable Integer askedAfter, List<Told> told) {}

    @Transactional(readOnly = true)
    public Question of(FilerSession session) {
        Concern concern = concerns.get(session.concern());
        if (concerns.isWithdrawn(concern.id())) {
            return new Question(null, List.of());
        }
        var opening = vault.opening(concern.id(), Part.HANDLING, Opener.filer(session.key()));
        return new Question(
                due(concern).orElse(null),
                rows.sealedActs(concern.id()).stream()
                        .map(act -> SealedAct.told(act, opening::text))
                        .toList());
    }

    /** In the order of the form; empty where nothing is wrong. */
    public List<Wrong> problems(FilerSession session, AnswerWithCode answer) {
        return answer.problems(session, today());
    }

    /** @return the case of its own with its code, shown this once; empty where nothing happened */
    public Optional<Filed> answer(FilerSession session, AnswerWithCode answer) {
        if (!problems(session, answer).isEmpty()) {
            throw Refused.invalid("This answer is not whole.");
        }
        Coded coded = answer.isOfHarm() ? filing.coded() : null;
        return Objects.requireNonNull(transaction.execute(status -> keep(session, answer, coded)));
    }

    private Optional<Filed> keep(FilerSession session, AnswerWithCode answer, @Nullable Coded coded) {
        Concern concern = writing.locked(session);
        int asked = due(concern).orElseThrow(() -> Refused.conflict("No question is open. It was answered already."));
        String said = coded == null ? SealedAct.NO : SealedAct.YES;
        byte[] sealed = concerns.seal(concern.id(), SealedAct.answerField(asked), said);
        rows.answerSealed(concern.id(), asked, sealed, today());
        return coded == null ? Optional.empty() : Optional.of(open(concern, answer, coded));
    }

    /** Kept from everybody from whom the first one is; told when the day is over, like every filing. */
    private Filed open(Concern concern, AnswerWithCode answer, Coded coded) {
        UUID ownCase = UUID.randomUUID();
        SealedAct act =
                new SealedAct(answer.act().orElseThrow(), answer.happenedOn().orElse(null));
        Filed filed = filing.fileRetaliation(
                new ConcernId(ownCase), concern, concerns.keptFromByName(concern), answer.told(), coded);
        byte[] sealed = concerns.seal(concern.id(), SealedAct.field(ownCase), act.inWords());
        rows.addSealed(concern.id(), new Sealed(ownCase, sealed), today());
        return filed;
    }

    private Optional<Integer> due(Concern concern) {
        return CheckIns.due(concern.filedOn(), rows.answered(concern.id()), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
