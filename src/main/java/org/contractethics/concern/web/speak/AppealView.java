package org.contractethics.concern.web.speak;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.concern.internal.appeal.AppealingWithCode.State;
import org.contractethics.concern.internal.appeal.ReadingAppeals.Appeal;
import org.contractethics.concern.internal.appeal.ReadingAppeals.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * The appeal of an anonymous filer as their page shows it. Who ruled is not named, as nobody is here.
 *
 * @param until the last day on which they may appeal; null without an answer
 * @param result name of the result of the ruling; null while there is none, as all after it
 */
public record AppealView(
        @Nullable String until,
        boolean possible,
        @Nullable String filedOn,
        @Nullable String decideBy,
        @Nullable String reasons,
        @Nullable String result,
        @Nullable String ruledOn,
        @Nullable String ruling,
        @Nullable String effect) {

    static AppealView of(State state, Locale language) {
        Optional<Appeal> appeal = Optional.ofNullable(state.appeal());
        Optional<Ruling> ruling = appeal.map(Appeal::ruling);
        return new AppealView(
                day(state.until(), language),
                state.possible(),
                day(appeal.map(Appeal::filedOn).orElse(null), language),
                day(appeal.map(Appeal::decideBy).orElse(null), language),
                appeal.map(Appeal::reasons).orElse(null),
                ruling.map(given -> given.result().name()).orElse(null),
                day(ruling.map(Ruling::ruledOn).orElse(null), language),
                ruling.map(Ruling::reasons).orElse(null),
                ruling.map(Ruling::effect).orElse(null));
    }

    private static @Nullable String day(@Nullable LocalDate day, Locale language) {
        return day == null ? null : DayInWords.of(day, language);
    }
}
