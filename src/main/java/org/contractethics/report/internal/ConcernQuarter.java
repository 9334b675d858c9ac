package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.report.internal.ConcernCases.Counted;
import org.jspecify.annotations.Nullable;

/** Sorts the concerns of a quarter that is over into the rows of each figure; a figure that does not count one leaves it out. */
final class ConcernQuarter {

    /** The figures that count concerns one by one. */
    static final List<Figure> SORTED = List.of(
            Figure.CONCERN_SOURCES,
            Figure.CONCERN_TOPICS,
            Figure.CONCERN_ACKNOWLEDGED,
            Figure.CONCERN_FEEDBACK,
            Figure.CONCERN_CLOSED,
            Figure.CONCERN_EFFECTS);

    static final String IN_TIME = "in-time";
    static final String LATE = "late";
    static final String BY_RULING = "ruling";

    /** EU 2019/1937 art. 9(1)(b) and (f), counted from the filing. */
    private static final int DAYS_TO_ACKNOWLEDGE = 7;

    private static final int MONTHS_TO_ANSWER = 3;

    private static final Map<Figure, Map<String, String>> ROWS = ConcernRows.LABELS;

    private ConcernQuarter() {}

    /**
     * What a figure counts one concern as.
     *
     * @param days from the filing to the mark
     */
    record Placed(String row, Mark mark, long days) {}

    /** The quarter that these figures tell: the one in which the period ends where it is over, else the one before. */
    static Period of(Scope scope) {
        Period quarter = Period.quarterOf(scope.period().to());
        return quarter.end().isAfter(scope.now())
                ? Period.quarterOf(LocalDate.ofInstant(scope.now(), ZoneOffset.UTC))
                        .before()
                : quarter;
    }

    /**
     * Whether everything that was done in the quarter stands in the record. What is done on a day is told when it is over: a number from
     * before that and one from after it would tell of a single act between them. The numbers of the quarter come when nothing is left
     * to tell; where nobody had ever filed a concern none come, and the last day has been told long since a day later.
     */
    static boolean told(Casebook book, Period quarter, Instant now) {
        return book.concerns().counted(quarter).isPresent()
                || (book.concerns().noneBefore(quarter.end())
                        && !now.isBefore(quarter.end().plus(1, ChronoUnit.DAYS)));
    }

    static Map<String, String> rows(Figure figure) {
        return ROWS.getOrDefault(figure, Map.of());
    }

    /** How many concerns that were answered in the quarter have no cause among its numbers. */
    static int withoutCause(Casebook book, Period quarter, Counted counted) {
        long answered = book.concerns().all().stream()
                .filter(concern ->
                        place(Figure.CONCERN_FEEDBACK, concern, quarter).isPresent())
                .count();
        int named = rows(Figure.CONCERN_CAUSES).keySet().stream()
                .mapToInt(counted::number)
                .sum();
        return (int) Math.max(0, answered - named);
    }

    /** How many concerns that were filed in the quarter are about nothing that its numbers name. */
    static int withoutMatter(Casebook book, Period quarter, Counted counted) {
        long filed = book.concerns().all().stream()
                .filter(concern -> quarter.holds(concern.filed().at()))
                .count();
        int named = rows(Figure.CONCERN_MATTERS).keySet().stream()
                .mapToInt(counted::number)
                .sum();
        return (int) Math.max(0, filed - named);
    }

    static Optional<Placed> place(Figure figure, ConcernCase concern, Period quarter) {
        return switch (figure) {
            case CONCERN_SOURCES -> at(concern, concern.filed(), quarter, known(figure, concern.mode()));
            case CONCERN_TOPICS -> at(concern, concern.filed(), quarter, known(figure, concern.topic()));
            case CONCERN_ACKNOWLEDGED ->
                at(concern, concern.acknowledged(), quarter, inTime(acknowledgeBy(concern), concern.acknowledged()));
            case CONCERN_FEEDBACK ->
                at(concern, concern.answered(), quarter, inTime(answerBy(concern), concern.answered()));
            case CONCERN_EFFECTS -> at(concern, concern.answered(), quarter, effect(concern, quarter));
            case CONCERN_CLOSED -> closed(concern, quarter);
            default -> Optional.empty();
        };
    }

    /** The filer may appeal in a later quarter; then the ruling is the last word of that one. */
    private static Optional<Placed> closed(ConcernCase concern, Period quarter) {
        Optional<Placed> ruled = at(concern, concern.ruled(), quarter, BY_RULING);
        Optional<Placed> withdrawn = at(concern, concern.withdrawn(), quarter, "withdrawn");
        boolean appealed = before(concern.appealed(), quarter.end());
        return ruled.or(() -> withdrawn)
                .or(() -> appealed ? Optional.empty() : at(concern, concern.answered(), quarter, "answer"));
    }

    private static Optional<Placed> at(ConcernCase concern, @Nullable Mark mark, Period quarter, String row) {
        return mark == null || !quarter.holds(mark.at())
                ? Optional.empty()
                : Optional.of(new Placed(row, mark, ChronoUnit.DAYS.between(day(concern.filed()), day(mark))));
    }

    private static String effect(ConcernCase concern, Period quarter) {
        return before(concern.acted(), quarter.end()) ? "change" : "none";
    }

    private static boolean before(@Nullable Mark mark, Instant moment) {
        return mark != null && mark.at().isBefore(moment);
    }

    private static String inTime(LocalDate last, @Nullable Mark done) {
        return done == null || day(done).isAfter(last) ? LATE : IN_TIME;
    }

    private static LocalDate acknowledgeBy(ConcernCase concern) {
        return day(concern.filed()).plusDays(DAYS_TO_ACKNOWLEDGE);
    }

    private static LocalDate answerBy(ConcernCase concern) {
        return day(concern.filed()).plusMonths(MONTHS_TO_ANSWER);
    }

    /** What a later version may write stands in the last row, so that the rows of every quarter are the same. */
    private static String known(Figure figure, String code) {
        return rows(figure).containsKey(code) ? code : "OTHER";
    }

    private static LocalDate day(Mark mark) {
        return LocalDate.ofInstant(mark.at(), ZoneOffset.UTC);
    }
}
