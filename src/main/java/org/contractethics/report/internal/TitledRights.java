package org.contractethics.report.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.shared.RightTitles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rights of the reports by code and title, so that nobody needs a list of codes beside a report. A code that no catalogue knows stays
 * a code.
 */
@Component
public class TitledRights {

    private static final Pattern CODE = Pattern.compile("\\bR\\d{2}\\b");
    private static final String BETWEEN = "; ";

    private final RightTitles titles;

    TitledRights(RightTitles titles) {
        this.titles = titles;
    }

    /** The same table, with the title beside the code of each right. */
    public FigureTable table(FigureTable table) {
        Figure figure = table.figure();
        return new FigureTable(
                figure,
                table.head(),
                table.lines().stream()
                        .map(line -> new Line(row(figure, line.label()), line.values()))
                        .toList(),
                table.total());
    }

    /** The label of a row; rights of several versions stand in one row, so the newest names it. */
    public String row(Figure figure, String label) {
        return figure == Figure.RIGHTS ? titles.titled(label, null) : label;
    }

    /** One of what a figure counts, with the titles of the rights that its words name. */
    public Item item(Figure figure, Item item) {
        return switch (figure) {
            case CRITICAL_CASES, RESIDUAL, DECISION_GAPS ->
                new Item(
                        item.entry(), item.at(), item.dayOnly(), item.contract(), item.subject(), spelled(item.what()));
            default -> item;
        };
    }

    private String spelled(String words) {
        return CODE.matcher(words).replaceAll(code -> Matcher.quoteReplacement(titles.titled(code.group(), null)));
    }

    /** The title alone, for files that keep it apart from the code; empty for rows that are no right. */
    String title(Figure figure, String label) {
        return (figure == Figure.RIGHTS ? titles.title(label, null) : Optional.<String>empty()).orElse("");
    }

    /** In the words of the version that the case stands under. */
    String of(CriticalCase found) {
        return of(found.rights(), found.policy());
    }

    /** @param version number of the version of the policy; null for the one in force */
    String of(Collection<String> codes, @Nullable Integer version) {
        return codes.stream().map(code -> titles.titled(code, version)).collect(Collectors.joining(BETWEEN));
    }

    /** The titles alone, in the order of the codes; empty at the place of a code that has none. */
    String titles(CriticalCase found) {
        return found.rights().stream()
                .map(code -> titles.title(code, found.policy()).orElse(""))
                .collect(Collectors.joining(BETWEEN));
    }
}
