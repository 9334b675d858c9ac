package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.contractethics.record.RecordEntry;

/** Counts the answers to the last survey of employees. What must not be told of few people is not in the record. */
final class SurveyFigures {

    private static final Map<String, String> QUESTIONS = Words.labels(
            "knowsHow", "I know how to raise a concern about a contract",
            "knowsRegister", "I know where to see which contracts with governments the company has",
            "trustsProtection", "Whoever raises a concern here is protected from retaliation",
            "trustsAnswer", "A concern that is raised is examined and answered with reasons",
            "trustsReview", "The review stops contracts that would harm people");

    private static final Map<String, String> ANSWERS = Words.labels(
            "YES", "Yes",
            "PARTLY", "Partly",
            "NO", "No",
            "UNSAID", "I cannot or do not want to say",
            "OTHER", "Anything but yes");

    private SurveyFigures() {}

    /** What was told of a survey when it closed: number of people by question and answer. */
    record Closed(Mark mark, Map<String, Map<String, Integer>> numbers) {

        static Closed of(RecordEntry entry) {
            Map<String, Map<String, Integer>> numbers = new HashMap<>();
            QUESTIONS.keySet().forEach(question -> ANSWERS.keySet().forEach(answer -> entry.number(
                            question + answer.charAt(0) + answer.substring(1).toLowerCase(Locale.ROOT))
                    .ifPresent(number -> numbers.computeIfAbsent(question, any -> new HashMap<>())
                            .put(answer, (int) Math.max(0, number)))));
            return new Closed(Mark.of(entry), numbers);
        }
    }

    static void answers(Casebook book, Scope scope, Tally tally) {
        QUESTIONS.forEach(tally::row);
        ANSWERS.forEach(tally::column);
        List<Closed> closed = new ArrayList<>(book.surveys());
        closed.removeIf(survey -> !survey.mark().at().isBefore(scope.asOf()));
        if (closed.isEmpty()) {
            return;
        }
        Closed last = closed.get(closed.size() - 1);
        last.numbers()
                .forEach((question, answers) -> answers.forEach((answer, number) -> {
                    Item item = new Item(
                            last.mark().entry(),
                            last.mark().at(),
                            true,
                            null,
                            "An employee",
                            Objects.requireNonNull(ANSWERS.get(answer)));
                    Collections.nCopies(number, item).forEach(one -> tally.add(question, answer, one));
                }));
    }
}
