package org.contractethics.concern.internal.retaliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.FilingConcerns;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.retaliation.StatutoryPeriod.Dated;
import org.contractethics.concern.internal.retaliation.WatchRows.Act;
import org.contractethics.concern.internal.retaliation.WatchRows.Sealed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * H14: the filer is asked at fixed days whether anything happened to them, and finds the question on their page. What happened gets a
 * case of its own, kept from the same people, handled outside the line, with its own days. This is for filers who are signed in.
 */
@Service
public class WatchingRetaliation {

    static final int LONGEST = 10_000;

    private final HandledConcerns concerns;
    private final FilingConcerns filing;
    private final WatchRows rows;
    private final Clock clock;

    WatchingRetaliation(HandledConcerns concerns, FilingConcerns filing, WatchRows rows, Clock clock) {
        this.concerns = concerns;
        this.filing = filing;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param askedAfter days after the filing of the question that is due; null where none is
     * @param next day of the next question; null after the last
     */
    public record Watch(@Nullable Integer askedAfter, @Nullable LocalDate next, List<Told> told) {}

    /**
     * @param happenedOn null where an anonymous filer did not say
     * @param periods the nearest date first
     */
    public record Told(ConcernId ownCase, AdverseActKind kind, @Nullable LocalDate happenedOn, List<Dated> periods) {

        static Told of(UUID ownCase, AdverseActKind kind, @Nullable LocalDate happenedOn) {
            return new Told(
                    new ConcernId(ownCase),
                    kind,
                    happenedOn,
                    happenedOn == null ? List.of() : StatutoryPeriod.after(happenedOn));
        }
    }

    /**
     * @param ownCase random id that the form carried: sent twice, it opens one case
     * @param happened null where not answered
     * @param kind name of an {@link AdverseActKind}
     */
    public record Answer(
            ConcernId ownCase,
            @Nullable Boolean happened,
            String kind,
            @Nullable LocalDate happenedOn,
            String account) {}

    /** For somebody who may read the concern; that was asked before. */
    @Transactional
    public Watch of(Concern concern, Actor viewer) {
        LocalDate today = today();
        return new Watch(
                CheckIns.due(concern.filedOn(), rows.answered(concern.id()), today)
                        .orElse(null),
                CheckIns.next(concern.filedOn(), today).orElse(null),
                told(concern, viewer));
    }

    private List<Told> told(Concern concern, Actor viewer) {
        if (concern.mode() != ConcernMode.ANONYMOUS) {
            return rows.acts(concern.id()).stream()
                    .map(act -> Told.of(act.ownCase(), act.kind(), act.happenedOn()))
                    .toList();
        }
        List<Sealed> sealed = rows.sealedActs(concern.id());
        if (sealed.isEmpty() || concerns.isWithdrawn(concern.id())) {
            return List.of();
        }
        var reader = concerns.reader(concern, viewer);
        return sealed.stream().map(act -> SealedAct.told(act, reader)).toList();
    }

    public List<FormProblem> problems(Answer answer) {
        List<FormProblem> problems = new ArrayList<>();
        if (answer.happened() == null) {
            problems.add(new FormProblem("happened", "Say whether anything happened to you."));
        }
        if (!Boolean.TRUE.equals(answer.happened())) {
            return problems;
        }
        if (kind(answer).isEmpty()) {
            problems.add(new FormProblem("act-kind", "Choose what happened."));
        }
        LocalDate day = answer.happenedOn();
        if (day == null || day.isAfter(today())) {
            problems.add(
                    new FormProblem("act-on", "Give the day on which it happened: periods of the law run from it."));
        }
        if (PlainText.isBlank(answer.account()) || answer.account().length() > LONGEST) {
            problems.add(new FormProblem("act-account", "Write what happened, in at most 10,000 characters."));
        }
        return problems;
    }

    private static Optional<AdverseActKind> kind(Answer answer) {
        return Arrays.stream(AdverseActKind.values())
                .filter(known -> known.name().equals(answer.kind()))
                .findFirst();
    }

    /** @return the case of its own; empty where nothing happened */
    @Transactional
    public Optional<ConcernId> answer(ConcernId id, Answer answer, Actor filer) {
        Concern concern = concerns.lockForFiler(id, filer);
        List<FormProblem> problems = problems(answer);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        boolean happened = Boolean.TRUE.equals(answer.happened());
        CheckIns.due(concern.filedOn(), rows.answered(id), today())
                .ifPresent(days -> rows.answer(id, days, happened, today()));
        return happened ? Optional.of(open(concern, answer, filer)) : Optional.empty();
    }

    /** Confidential, and kept from everybody from whom the first one is. */
    private ConcernId open(Concern concern, Answer answer, Actor filer) {
        ConcernId ownCase = answer.ownCase();
        if (rows.isCaseOf(concern.id(), ownCase)) {
            return ownCase;
        }
        if (concerns.find(ownCase).isPresent()) {
            throw Refused.conflict("This form was sent already. Load the page again to tell of something else.");
        }
        filing.fileRetaliation(ownCase, concern, concerns.keptFromByName(concern), answer.account(), filer);
        rows.add(
                concern.id(),
                new Act(
                        ownCase.value(),
                        kind(answer).orElseThrow(),
                        Objects.requireNonNull(answer.happenedOn()),
                        today()));
        return ownCase;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
