package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.contractethics.access.Pager;
import org.contractethics.record.ReadingRights;
import org.contractethics.report.internal.Figure;
import org.contractethics.report.internal.FigureSet;
import org.contractethics.report.internal.FigureTable;
import org.contractethics.report.internal.Insights;
import org.contractethics.report.internal.Item;
import org.contractethics.report.internal.Scope;
import org.contractethics.report.internal.Tabulating;
import org.contractethics.report.internal.Tally;
import org.contractethics.report.internal.TitledRights;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard, and for each of its numbers what it counts. */
@Controller
class InsightsPages {

    private static final int PAGE_SIZE = 50;

    private final Insights insights;
    private final ReportView view;
    private final ReadingRights rights;
    private final TitledRights titled;
    private final Clock clock;

    InsightsPages(Insights insights, ReportView view, ReadingRights rights, TitledRights titled, Clock clock) {
        this.insights = insights;
        this.view = view;
        this.rights = rights;
        this.titled = titled;
        this.clock = clock;
    }

    @GetMapping("/insights")
    String dashboard(@ModelAttribute("form") ReportForm form, Actor viewer, Model model, HttpServletResponse response) {
        view.addProblems(model, form, response);
        FigureSet set = insights.figures(form.scope(clock.instant()), viewer);
        view.addFilters(model, set, form, insights.firstDay());
        model.addAttribute("report", form.link("/reports/audit", Map.of()));
        model.addAttribute("board", form.link("/reports/board", Map.of()));
        model.addAttribute("workbook", form.link("/reports/audit.xlsx", Map.of()));
        view.addFigures(model, set, form, viewer);
        return "report/insights";
    }

    @GetMapping("/insights/figures/{slug}")
    String figure(
            @PathVariable String slug,
            @ModelAttribute("form") ReportForm form,
            @RequestParam @Nullable String row,
            @RequestParam @Nullable String column,
            @RequestParam(defaultValue = "1") int page,
            Actor viewer,
            Model model) {
        Figure figure = listed(slug);
        form.refuseProblems();
        DrillDown links = new DrillDown(form, rights, viewer);
        if (!links.mayList(figure)) {
            throw Refused.notAllowed("Single concerns are not listed here; their numbers are on the dashboard.");
        }
        Scope scope = form.scope(clock.instant());
        Tally tally = insights.figure(figure, scope, viewer);
        if (figure.sensitive() && isHidden(tally, row)) {
            throw Refused.notAllowed("This number is hidden because it is small, and so is what it counts.");
        }
        List<Item> items = tally.items(row, column).stream()
                .map(item -> titled.item(figure, item))
                .toList();
        addItems(model, items, page);
        model.addAttribute("figure", figure);
        model.addAttribute("cut", cut(tally, row, column));
        model.addAttribute("scope", scope);
        model.addAttribute("told", scope.told(figure));
        model.addAttribute("openEntries", links.mayOpenEntries(figure));
        model.addAttribute("back", form.link("/insights", Map.of()));
        model.addAttribute("links", new PageLinks(links.to(figure, row, column)));
        return "report/figure";
    }

    private static Figure listed(String slug) {
        Figure figure = Figure.of(slug)
                .orElseThrow(() ->
                        Refused.notFound("There is no figure of that name. All figures stand on the page Insights."));
        if (!figure.listed()) {
            throw Refused.notFound("What \u201c" + figure.title()
                    + "\u201d counts is not listed one by one, so it has no page of its own."
                    + " Its table stands under this name on the page Insights.");
        }
        return figure;
    }

    private static void addItems(Model model, List<Item> items, int page) {
        int pages = Pager.pages(items.size(), PAGE_SIZE);
        int current = Math.min(Math.max(page, 1), pages);
        int start = (current - 1) * PAGE_SIZE;
        model.addAttribute("items", items.subList(start, Math.min(start + PAGE_SIZE, items.size())));
        model.addAttribute("total", items.size());
        model.addAttribute("current", current);
        model.addAttribute("pages", pages);
    }

    /** Whether the number that would lead here is not shown on the dashboard. */
    private static boolean isHidden(Tally tally, @Nullable String row) {
        FigureTable table = Tabulating.table(tally, tally);
        FigureTable.Line total = table.total();
        return java.util.stream.Stream.concat(table.lines().stream(), java.util.stream.Stream.ofNullable(total))
                .map(line -> line.values().get(0))
                .noneMatch(value -> value.number() != null && java.util.Objects.equals(value.row(), row));
    }

    /** Which part of the figure is listed, in words; empty for the whole. */
    private String cut(Tally tally, @Nullable String row, @Nullable String column) {
        return java.util.stream.Stream.of(
                        row == null
                                ? ""
                                : titled.row(tally.figure(), tally.rows().getOrDefault(row, row)),
                        column == null ? "" : tally.columns().getOrDefault(column, column))
                .filter(label -> !label.isEmpty())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** Links to further pages of a list. */
    public record PageLinks(String first) {

        public String page(int number) {
            return first + (first.contains("?") ? "&" : "?") + "page=" + number;
        }
    }
}
