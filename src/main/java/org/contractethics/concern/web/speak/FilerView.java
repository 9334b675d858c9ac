package org.contractethics.concern.web.speak;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.contractethics.concern.internal.Answer;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.FileOfConcern;
import org.contractethics.concern.internal.Message;
import org.contractethics.concern.internal.ReadingForFilers.View;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.jspecify.annotations.Nullable;

/**
 * A concern as the page shows it to its filer, its days written in their language.
 *
 * @param status name of the status, or {@code WITHDRAWN}
 * @param openedBefore the day on which the code was used before this visit; null where it never was
 * @param opened how often it was used, this visit included
 * @param turn how often the code was changed
 * @param heldBecause why a legal hold keeps it; null where none does
 */
public record FilerView(
        String topic,
        String status,
        String filedOn,
        String acknowledgeBy,
        boolean acknowledgementLate,
        @Nullable String acknowledgedOn,
        String answerBy,
        boolean answerLate,
        @Nullable String answeredOn,
        @Nullable String withdrawnOn,
        @Nullable String openedBefore,
        int opened,
        int turn,
        String text,
        String outcome,
        List<Said> messages,
        List<FileOfConcern> files,
        @Nullable Answer answer,
        @Nullable String heldBecause) {

    /** One message. The name of an officer is not for somebody whose name we do not know either. */
    public record Said(int number, boolean byFiler, String text, String sentOn) {

        static Said of(Message message, Locale language) {
            return new Said(
                    message.number(), message.byFiler(), message.text(), DayInWords.of(message.sentOn(), language));
        }
    }

    static FilerView of(View view, FilerSession session, Locale language) {
        Concern concern = view.concern();
        boolean withdrawn = view.withdrawnOn() != null;
        return new FilerView(
                concern.topic().name(),
                withdrawn ? "WITHDRAWN" : concern.status().name(),
                DayInWords.of(concern.filedOn(), language),
                DayInWords.of(concern.acknowledgeBy(), language),
                view.today().isAfter(concern.acknowledgeBy()),
                day(concern.acknowledgedOn(), language),
                DayInWords.of(concern.answerBy(), language),
                view.today().isAfter(concern.answerBy()),
                day(concern.answeredOn(), language),
                day(view.withdrawnOn(), language),
                day(session.openedBefore(), language),
                view.code().opened(),
                view.code().turn(),
                view.words().text(),
                view.words().desiredOutcome(),
                view.messages().stream().map(said -> Said.of(said, language)).toList(),
                view.files(),
                view.answer(),
                view.heldBecause());
    }

    /** Those that came with one message; 0 for the filing. */
    public List<FileOfConcern> filesOf(int message) {
        return files.stream().filter(file -> file.message() == message).toList();
    }

    private static @Nullable String day(@Nullable LocalDate day, Locale language) {
        return day == null ? null : DayInWords.of(day, language);
    }
}
