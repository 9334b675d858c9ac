package org.contractethics.concern.web.speak;

import java.util.Locale;
import org.contractethics.concern.internal.question.ReadingQuestions.Answered;
import org.contractethics.concern.internal.question.ReadingQuestions.Asked;
import org.jspecify.annotations.Nullable;

/**
 * A question of a reviewer as the page shows it to an anonymous filer.
 *
 * @param answer of the filer; null while there is none
 * @param shown whether they agreed that reviewers know something of it
 */
public record QuestionView(
        int number, String text, String on, @Nullable String answer, String answeredOn, boolean shown) {

    static QuestionView of(Asked asked, Locale language) {
        Answered answer = asked.answer();
        String on = DayInWords.of(asked.askedOn(), language);
        if (answer == null) {
            return new QuestionView(asked.number(), asked.text(), on, null, "", false);
        }
        String answeredOn = answer.on() == null ? "" : DayInWords.of(answer.on(), language);
        return new QuestionView(asked.number(), asked.text(), on, answer.text(), answeredOn, answer.mayShow());
    }
}
