package org.contractethics.concern.web.speak;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.concern.internal.FileOfConcern;
import org.contractethics.concern.internal.opening.ReadingOpenings.Shown;
import org.jspecify.annotations.Nullable;

/**
 * An opening of an original file as its anonymous filer reads it. Officers are not named, as nobody is here.
 *
 * @param file as its sender called it; empty where it is not there any more
 * @param ground name of what it rests on
 * @param lastDay on which it can be seen; null while nobody granted it
 * @param state name of how far it is
 * @param uses each day on which it was handed out
 * @param asksFiler whether the filer has to say yes or no
 * @param endsByFiler whether the filer can take their consent back
 */
public record OpeningView(
        UUID id,
        String file,
        String ground,
        String reason,
        String basis,
        String askedOn,
        @Nullable String lastDay,
        String state,
        List<String> uses,
        boolean asksFiler,
        boolean endsByFiler) {

    static OpeningView of(Shown opening, List<FileOfConcern> files, Locale language) {
        LocalDate last = opening.lastDay();
        return new OpeningView(
                opening.id(),
                files.stream()
                        .filter(file -> Objects.equals(file.number(), opening.file()))
                        .findFirst()
                        .map(FileOfConcern::name)
                        .orElse(""),
                opening.ground().name(),
                opening.reason(),
                opening.basis(),
                DayInWords.of(opening.askedOn(), language),
                last == null ? null : DayInWords.of(last, language),
                opening.state().name(),
                opening.uses().stream().map(day -> DayInWords.of(day, language)).toList(),
                opening.asksFiler(),
                opening.endsByFiler());
    }
}
