package org.contractethics.concern.internal.question;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ShownAnswers;
import org.contractethics.concern.internal.ShownAnswers.ShownAnswer;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * What every employee reads with a letter: a question as it was passed on, and what was released of its answer. Where the names of those
 * who signed are not open, neither names an employee: it could be one of them.
 */
@Component
class ShowingWithLetters {

    private final ShownAnswers shownAnswers;
    private final PeopleDirectory people;

    ShowingWithLetters(ShownAnswers shownAnswers, PeopleDirectory people) {
        this.shownAnswers = shownAnswers;
        this.people = people;
    }

    /** @param field of the form in which the text was typed; only texts about letters are refused */
    void demandNamesNobody(Concern concern, String field, String text) {
        if (concern.mode() == ConcernMode.COLLECTIVE
                && !shownAnswers.isSignedWithNames(concern.id())
                && namesSomebody(text)) {
            throw Refused.invalid(List.of(new FormProblem(
                    field,
                    "This names an employee, who could be taken for one of those who signed. Say it without names: it is"
                            + " shown with the letter.")));
        }
    }

    /** Shows it with the letter; of other concerns nothing is shown. */
    void show(Concern concern, int number, String question, String answer, LocalDate today) {
        if (concern.mode() == ConcernMode.COLLECTIVE) {
            ConcernId letter = concern.id();
            shownAnswers.add(letter, new ShownAnswer(number, question, answer, today));
        }
    }

    private boolean namesSomebody(String text) {
        String words = words(text);
        return people.withRole(Role.EMPLOYEE).stream().anyMatch(person -> isIn(words, person));
    }

    private static boolean isIn(String words, Person person) {
        return words.contains(words(person.displayName())) || words.contains(words(person.username()));
    }

    /** With a blank at both ends, so that no name is found inside a word. */
    private static String words(String text) {
        return " " + OwnWords.words(text) + " ";
    }
}
