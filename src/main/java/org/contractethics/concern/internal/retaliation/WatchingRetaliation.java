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
     * @param kind null where it is not for the reader
     * @param happenedOn null where it is not for the reader, and where an anonymous filer did not say
     * @param periods the nearest date first
     */
    public record Told(
            ConcernId ownCase, @Nullable AdverseActKind kind, @Nullable LocalDate happenedOn, List<Dated> periods) {

        static Told withoutWhat(ConcernId ownCase) {
            return new Told(ownCase, null, null, List.of());
        }

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

    /** Of a confidential filer those who handle the concern see the cases alone: what happened, and when, could name them. */
    private List<Told> told(Concern concern, Actor viewer) {
        ConcernId id = concern.id();
        if (concerns.isWithdrawn(id)) {
            return List.of();
        }
        if (concern.mode() == ConcernMode.CONFIDENTIAL && !concerns.isFiler(concern, viewer)) {
            return rows.cases(id).stream().map(Told::withoutWhat).toList();
        }
        List<Told> told = new ArrayList<>(rows.acts(id).stream()
                .map(act -> Told.of(act.ownCase(), act.kind(), act.happenedOn()))
                .toList());
        List<Sealed> sealed = rows.sealedActs(id);
        if (!sealed.isEmpty()) {
            var reader = concerns.reader(concern, viewer);
            sealed.forEach(act -> told.add(SealedAct.told(act, reader)));
        }
        return List.copyOf(told);
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
        CheckIns.due(concern.filedOn(), rows.answered(id), today()).ifPresent(days -> keep(concern, days, happened));
        return happened ? Optional.of(open(concern, answer, filer)) : Optional.empty();
    }

    private void keep(Concern concern, int afterDays, boolean happened) {
        if (isSealed(concern)) {
            String said = happened ? SealedAct.YES : SealedAct.NO;
            byte[] sealed = concerns.seal(concern.id(), SealedAct.answerField(afterDays), said);
            rows.answerSealed(concern.id(), afterDays, sealed, today());
        } else {
            rows.answer(concern.id(), afterDays, happened, today());
        }
    }

    /** Only who filed an open concern is known to those who read the database, as the account of it is. */
    private static boolean isSealed(Concern concern) {
        return concern.mode().isForHandlersOnly();
    }

    /** Confidential, and kept from everybody from whom the first one is. */
    private ConcernId open(Concern concern, Answer answer, Actor filer) {
        ConcernId ownCase = answer.ownCase();
        if (rows.cases(concern.id()).contains(ownCase)) {
            return ownCase;
        }
        if (concerns.find(ownCase).isPresent()) {
            throw Refused.conflict("This form was sent already. Load the page again to tell of something else.");
        }
        filing.fileRetaliation(ownCase, concern, concerns.keptFromByName(concern), answer.account(), filer);
        add(
                concern,
                ownCase.value(),
                new SealedAct(kind(answer).orElseThrow(), Objects.requireNonNull(answer.happenedOn())));
        return ownCase;
    }

    private void add(Concern concern, UUID ownCase, SealedAct act) {
        if (isSealed(concern)) {
            byte[] sealed = concerns.seal(concern.id(), SealedAct.field(ownCase), act.inWords());
            rows.addSealed(concern.id(), new Sealed(ownCase, sealed), today());
        } else {
            LocalDate day = Objects.requireNonNull(act.happenedOn(), "asked for");
            rows.add(concern.id(), new Act(ownCase, act.kind(), day, today()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
