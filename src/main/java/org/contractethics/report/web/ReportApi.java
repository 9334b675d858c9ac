package org.contractethics.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.contractethics.record.TreeHead;
import org.contractethics.report.internal.Figure;
import org.contractethics.report.internal.FigureSet;
import org.contractethics.report.internal.FigureTable;
import org.contractethics.report.internal.Insights;
import org.contractethics.report.internal.Tabulating;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The figures for programs, with the same words and the same small numbers hidden as on the page. */
@RestController
@Tag(name = "Reports", description = "The figures of the dashboard and the audit report")
class ReportApi {

    private final Insights insights;
    private final Clock clock;

    ReportApi(Insights insights, Clock clock) {
        this.insights = insights;
        this.clock = clock;
    }

    @Operation(summary = "All figures of a period", description = "With the same small numbers hidden as on the page")
    @GetMapping("/api/reports/figures")
    Answer figures(@ParameterObject @ModelAttribute ReportForm form, Actor viewer) {
        form.refuseProblems();
        FigureSet set = insights.figures(form.scope(clock.instant()), viewer);
        return new Answer(
                set.scope().period().from(),
                set.scope().period().to(),
                set.scope().tier(),
                set.scope().agency(),
                set.head(),
                Arrays.stream(Figure.values())
                        .map(figure -> Told.of(set, figure))
                        .toList());
    }

    /** All figures of one period, from one state of the record. */
    record Answer(
            LocalDate from,
            LocalDate to,
            @Nullable String tier,
            @Nullable String agency,
            TreeHead record,
            List<Told> figures) {}

    /** One figure as a table; a number that is hidden or missing is told in words. */
    record Told(
            String name, String title, String definition, List<String> columns, List<Row> rows, @Nullable Row total) {

        static Told of(FigureSet set, Figure figure) {
            FigureTable table = Tabulating.table(set.now(figure), set.before(figure));
            FigureTable.Line total = table.total();
            return new Told(
                    figure.slug(),
                    figure.title(),
                    figure.definition(),
                    table.head(),
                    table.lines().stream().map(Row::of).toList(),
                    total == null ? null : Row.of(total));
        }
    }

    /** One row; each value is a number or, where there is none to show, words. */
    @Schema(name = "FigureRow")
    record Row(String label, List<Object> values) {

        static Row of(FigureTable.Line line) {
            return new Row(
                    line.label(),
                    line.values().stream().map(FigureTable.Value::told).toList());
        }
    }
}
