package org.contractethics.concern.web.speak;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.contractethics.concern.internal.retaliation.AdverseActKind;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Told;
import org.contractethics.concern.internal.retaliation.WatchingWithCode.Question;
import org.jspecify.annotations.Nullable;

/**
 * The question whether anything happened, as the page of an anonymous filer shows it, and what they told of before.
 *
 * @param askedAfter days after the filing; null while no question is due
 * @param kinds names of what can happen
 */
public record WatchView(@Nullable Integer askedAfter, List<String> kinds, List<Act> told) {

    /** @param day null where they did not say; the periods of the law run from it */
    public record Act(String kind, @Nullable String day, List<Period> periods) {}

    /** @param name of the period, {@code lastDay} on which a complaint is in time */
    public record Period(String name, String lastDay) {}

    static WatchView of(Question question, Locale language) {
        return new WatchView(
                question.askedAfter(),
                Arrays.stream(AdverseActKind.values()).map(Enum::name).toList(),
                question.told().stream().map(told -> act(told, language)).toList());
    }

    private static Act act(Told told, Locale language) {
        LocalDate day = told.happenedOn();
        return new Act(
                Objects.requireNonNull(told.kind(), "told by its filer").name(),
                day == null ? null : DayInWords.of(day, language),
                told.periods().stream()
                        .map(dated -> new Period(dated.period().name(), DayInWords.of(dated.lastDay(), language)))
                        .toList());
    }
}
