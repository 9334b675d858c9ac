package org.contractethics.review.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.shared.FormProblem;

/** Rules count the rows that were filled in; a form counts all of its rows, and some between may be empty. */
final class RowNumbers {

    private RowNumbers() {}

    /**
     * The problems at the rows that people see.
     *
     * @param prefix of the names of the fields of a row, before its number
     * @param rows the numbers in the form of those filled in, in their order
     */
    static List<FormProblem> inForm(List<FormProblem> problems, String prefix, List<Integer> rows) {
        Pattern field = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,4})(-.*)");
        return problems.stream()
                .map(problem -> {
                    Matcher at = field.matcher(problem.field());
                    if (!at.matches() || Integer.parseInt(at.group(1)) > rows.size()) {
                        return problem;
                    }
                    int row = rows.get(Integer.parseInt(at.group(1)) - 1);
                    return new FormProblem(prefix + row + at.group(2), problem.message());
                })
                .toList();
    }
}
