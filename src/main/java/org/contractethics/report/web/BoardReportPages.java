package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.contractethics.paper.HandedOut;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.ReadingRights;
import org.contractethics.report.internal.BoardReport;
import org.contractethics.report.internal.ExportingReports;
import org.contractethics.report.internal.FigureSet;
import org.contractethics.report.internal.Insights;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The board report: as page, as Word file, as PDF and as comma separated values. */
@Controller
class BoardReportPages {

    private final Insights insights;
    private final BoardReport board;
    private final ReportView view;
    private final Signing signing;
    private final ExportingReports exporting;
    private final ReadingRights rights;
    private final Clock clock;

    BoardReportPages(
            Insights insights,
            BoardReport board,
            ReportView view,
            Signing signing,
            ExportingReports exporting,
            ReadingRights rights,
            Clock clock) {
        this.insights = insights;
        this.board = board;
        this.view = view;
        this.signing = signing;
        this.exporting = exporting;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/reports/board")
    String page(@ModelAttribute("form") ReportForm form, Actor viewer, Model model, HttpServletResponse response) {
        view.addProblems(model, form, response);
        FigureSet set = insights.figures(form.scope(clock.instant()), viewer);
        DrillDown links = new DrillDown(form, rights, viewer);
        view.addFilters(model, set, form, insights.firstDay());
        model.addAttribute("scope", set.scope());
        model.addAttribute("paper", board.paper(set, viewer, links::to));
        model.addAttribute("integrity", view.integrity(set));
        model.addAttribute("readsRecord", rights.mayReadAll(viewer));
        model.addAttribute("dashboard", form.link("/insights", Map.of()));
        for (String ending : List.of("docx", "pdf", "xlsx", "csv")) {
            model.addAttribute(ending, form.link("/reports/board." + ending, Map.of()));
        }
        String seen = board.paper(set, viewer).fingerprint();
        boolean other = form.cut() || !form.problems().isEmpty();
        signing.add(model, Kind.BOARD, set.scope().period(), other, seen, viewer);
        return "report/board";
    }

    @GetMapping("/reports/board.csv")
    ResponseEntity<byte[]> values(@ModelAttribute ReportForm form, Actor viewer) {
        form.refuseProblems();
        exporting.begin(viewer, "board-csv", form.asMap());
        FigureSet set = figures(form, viewer);
        return HandedOut.of(board.values(set), "text/csv;charset=UTF-8", name(set) + ".csv");
    }

    @GetMapping("/reports/board.{ending}")
    ResponseEntity<byte[]> file(@PathVariable String ending, @ModelAttribute ReportForm form, Actor viewer) {
        PaperFormat format = PaperFiles.format(ending);
        form.refuseProblems();
        exporting.begin(viewer, "board-" + ending, form.asMap());
        FigureSet set = figures(form, viewer);
        return PaperFiles.of(board.paper(set, viewer), format, name(set));
    }

    private FigureSet figures(ReportForm form, Actor viewer) {
        form.refuseProblems();
        return insights.figures(form.scope(clock.instant()), viewer);
    }

    static String name(FigureSet set) {
        return "board-report-" + set.scope().period().from() + "-to-"
                + set.scope().period().to();
    }
}
