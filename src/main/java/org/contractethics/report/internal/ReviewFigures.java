package org.contractethics.report.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.ReviewCase.Escalation;
import org.contractethics.report.internal.ReviewCase.InStage;
import org.contractethics.report.internal.ReviewCase.StageDone;
import org.jspecify.annotations.Nullable;

/** Counts reviews, decisions, stages and how long they took. */
final class ReviewFigures {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    static final List<String> OUTCOMES = List.of("APPROVE", "CONDITIONAL", "REJECT", "RETURN", "SUSPEND", "EXIT");

    private static final Pattern STAGE = Pattern.compile("S\\d{1,3}");

    private ReviewFigures() {}

    static void received(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        each(book, scope, tally, (review, part) -> openedIn(review, scope)
                .ifPresent(opened -> part.add(
                        tierKey(review, scope), Tally.ALL, Item.of(opened, review.contract, "Review opened"))));
    }

    static void decidedShare(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        tally.column("decided", "Decided");
        tally.column("open", "Not yet decided");
        tally.column("stopped", "Stopped on legal grounds");
        each(book, scope, tally, (review, part) -> openedIn(review, scope)
                .ifPresent(opened -> decided(review, opened, scope, part)));
    }

    private static void decided(ReviewCase review, Mark opened, Scope scope, Tally part) {
        String row = tierKey(review, scope);
        DecisionMade settled = review.settledBefore(scope.asOf()).orElse(null);
        Mark stopped = review.stopped;
        if (settled != null) {
            part.add(row, "decided", Item.of(settled.mark(), review.contract, Words.outcome(settled.outcome())));
        } else if (stopped != null && stopped.at().isBefore(scope.asOf())) {
            part.add(row, "stopped", Item.of(stopped, review.contract, "Stopped on legal grounds"));
        } else {
            part.add(row, "open", Item.of(opened, review.contract, "Review opened"));
        }
    }

    static void decisions(Casebook book, Scope scope, Tally tally) {
        OUTCOMES.forEach(outcome -> tally.row(outcome, Words.outcome(outcome)));
        scope.period().months().forEach(month -> tally.column(month.toString(), MONTH.format(month)));
        each(book, scope, tally, (review, part) -> review.decisions.stream()
                .filter(decision -> scope.period().holds(decision.mark().at()))
                .forEach(decision -> part.add(
                        decision.outcome(),
                        monthOf(decision.mark().at()).toString(),
                        Item.of(decision.mark(), review.contract, Words.outcome(decision.outcome())))));
    }

    static void timeToDecision(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        each(book, scope, tally, (review, part) -> {
            Mark opened = review.opened;
            DecisionMade settled = review.settledBefore(scope.asOf()).orElse(null);
            if (opened != null
                    && settled != null
                    && scope.period().holds(settled.mark().at())) {
                String row = tierKey(review, scope);
                Instant decidedAt = settled.mark().at();
                long hours = java.time.Duration.between(opened.at(), decidedAt).toHours()
                        - review.stops.hours(opened.at(), decidedAt);
                int days = book.days().between(opened.at(), decidedAt)
                        - review.stops.workingDays(opened.at(), decidedAt, book.days());
                part.add(row, Tally.ALL, Item.of(settled.mark(), review.contract, hours + " hours"));
                part.took(row, new Tally.Duration(Math.max(hours, 0), Math.max(days, 0), null));
            }
        });
    }

    /** Stages in the order of the procedure. */
    static void stageTimes(Casebook book, Scope scope, Tally tally) {
        tally.column("in-time", "In time");
        tally.column("late", "Late");
        tally.column("no-due-time", "No due time");
        book.touched(scope)
                .flatMap(review -> stagesDone(review, scope))
                .map(Named::of)
                .distinct()
                .sorted(Comparator.comparingInt(named -> number(named.code())))
                .forEach(named -> tally.row(named.stage(), named.label()));
        each(book, scope, tally, (review, part) -> stagesDone(review, scope).forEach(done -> {
            String column = done.dueAt() == null ? "no-due-time" : done.late() ? "late" : "in-time";
            Tally.Duration duration = duration(review, done, book.days());
            part.add(done.stage(), column, Item.of(done.mark(), review.contract, duration.hours() + " hours"));
            part.took(done.stage(), duration);
        }));
    }

    static void overdue(Casebook book, Scope scope, Tally tally) {
        book.byBlock().reviews(scope, tally, (review, part) -> {
            if (!review.escalations.isEmpty() && scope.takes(review.tierAt(scope.asOf()), review.contract)) {
                overdue(review, scope, part);
            }
        });
    }

    private static void overdue(ReviewCase review, Scope scope, Tally part) {
        review.escalations.stream()
                .filter(escalation -> escalation.mark().at().isBefore(scope.asOf()))
                .filter(escalation -> review.overdueAt(escalation, scope.asOf()))
                .collect(java.util.stream.Collectors.toMap(Escalation::stage, e -> e, (first, second) -> first))
                .values()
                .forEach(escalation -> part.add(
                        escalation.stage(),
                        Tally.ALL,
                        Item.of(escalation.mark(), review.contract, "Escalated, not completed")));
    }

    static void recusals(Casebook book, Scope scope, Tally tally) {
        each(book, scope, tally, (review, part) -> review.recusals.stream()
                .filter(recusal -> scope.period().holds(recusal.mark().at()))
                .forEach((InStage recusal) ->
                        part.add(recusal.stage(), Tally.ALL, Item.of(recusal.mark(), review.contract, "Recusal"))));
    }

    static void appeals(Casebook book, Scope scope, Tally tally) {
        tally.row("filed", "Filed");
        tally.row("confirm", "Decided: first decision confirmed");
        tally.row("change", "Decided: first decision changed");
        tally.row("return", "Decided: returned for a fresh review");
        each(book, scope, tally, (review, part) -> review.appeals.stream()
                .filter(step -> scope.period().holds(step.mark().at()))
                .forEach(step -> part.add(step.stage(), Tally.ALL, Item.of(step.mark(), review.contract, "Appeal"))));
    }

    static void dissents(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        each(book, scope, tally, (review, part) -> review.dissents.stream()
                .filter(dissent -> scope.period().holds(dissent.mark().at()))
                .forEach(dissent -> part.add(
                        tierKey(review, scope), Tally.ALL, Item.of(dissent.mark(), review.contract, "Dissent"))));
    }

    private static void each(Casebook book, Scope scope, Tally tally, BiConsumer<ReviewCase, Tally> counting) {
        book.byBlock().touched(scope, tally, counting);
    }

    private static java.util.Optional<Mark> openedIn(ReviewCase review, Scope scope) {
        return java.util.Optional.ofNullable(review.opened)
                .filter(opened -> scope.period().holds(opened.at()));
    }

    private static String tierKey(ReviewCase review, Scope scope) {
        return Tiers.key(review.tierAt(scope.asOf()));
    }

    private static Stream<StageDone> stagesDone(ReviewCase review, Scope scope) {
        return review.stages.stream()
                .filter(done -> scope.period().holds(done.mark().at()));
    }

    /** Without the time in which a question of the stage was open: its target was longer by as much. */
    private static Tally.Duration duration(ReviewCase review, StageDone done, WorkingDays days) {
        Stops stops = review.stops;
        Instant started = done.started();
        Instant ended = done.mark().at();
        int stopped = stops.workingDays(done.stage(), started, ended, days);
        long hours = done.hours() - stops.hours(done.stage(), started, ended);
        Integer target = done.dueAt() == null ? null : Math.max(days.between(started, done.dueAt()) - stopped, 0);
        return new Tally.Duration(Math.max(hours, 0), Math.max(days.between(started, ended) - stopped, 0), target);
    }

    private static int number(@Nullable String code) {
        return code != null && STAGE.matcher(code).matches() ? Integer.parseInt(code, 1, code.length(), 10) : 999;
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    /** A stage as entries name it. */
    private record Named(String stage, String code) {

        static Named of(StageDone done) {
            return new Named(done.stage(), done.code());
        }

        String label() {
            return code.isEmpty() ? Words.of(stage) : code + " " + Words.of(stage);
        }
    }
}
