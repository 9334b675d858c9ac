package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.contractethics.report.internal.AuditWorkbook;
import org.contractethics.report.internal.ExportingReports;
import org.contractethics.report.internal.Figure;
import org.contractethics.report.internal.FigureSet;
import org.contractethics.report.internal.Insights;
import org.contractethics.report.internal.Item;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The audit report: to print, and as a spreadsheet. */
@Controller
class ReportPages {

    private static final int MOST_LISTED = 500;

    private final Insights insights;
    private final ReportView view;
    private final AuditWorkbook workbook;
    private final ExportingReports exporting;
    private final Clock clock;

    ReportPages(Insights insights, ReportView view, AuditWorkbook workbook, ExportingReports exporting, Clock clock) {
        this.insights = insights;
        this.view = view;
        this.workbook = workbook;
        this.exporting = exporting;
        this.clock = clock;
    }

    @GetMapping("/reports/audit")
    String audit(@ModelAttribute("form") ReportForm form, Actor viewer, Model model, HttpServletResponse response) {
        view.addProblems(model, form, response);
        FigureSet set = insights.figures(form.scope(clock.instant()), viewer);
        List<Item> decisions = set.now(Figure.DECISIONS).items(null, null);
        view.addFilters(model, set, form, insights.firstDay());
        view.addFigures(model, set, form, viewer);
        model.addAttribute("decisions", decisions.subList(0, Math.min(decisions.size(), MOST_LISTED)));
        model.addAttribute("decisionsLeftOut", Math.max(0, decisions.size() - MOST_LISTED));
        model.addAttribute("dashboard", form.link("/insights", Map.of()));
        model.addAttribute("workbook", form.link("/reports/audit.xlsx", Map.of()));
        return "report/audit-report";
    }

    @GetMapping("/reports/audit.xlsx")
    void spreadsheet(@ModelAttribute ReportForm form, Actor viewer, HttpServletResponse response) throws IOException {
        form.refuseProblems();
        exporting.begin(viewer, "audit", form.asMap());
        FigureSet set = insights.figures(form.scope(clock.instant()), viewer);
        PaperFiles.spreadsheet(
                response,
                "audit-report-" + set.scope().period().from() + "-to-"
                        + set.scope().period().to());
        workbook.write(set, view.integrity(set), viewer, response.getOutputStream());
    }
}
