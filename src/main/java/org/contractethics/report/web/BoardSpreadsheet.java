package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.contractethics.report.internal.BoardWorkbook;
import org.contractethics.report.internal.ExportingReports;
import org.contractethics.report.internal.FigureSet;
import org.contractethics.report.internal.Insights;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The board report as a spreadsheet. */
@Controller
class BoardSpreadsheet {

    private final Insights insights;
    private final BoardWorkbook workbook;
    private final ExportingReports exporting;
    private final Clock clock;

    BoardSpreadsheet(Insights insights, BoardWorkbook workbook, ExportingReports exporting, Clock clock) {
        this.insights = insights;
        this.workbook = workbook;
        this.exporting = exporting;
        this.clock = clock;
    }

    @GetMapping("/reports/board.xlsx")
    void spreadsheet(@ModelAttribute ReportForm form, Actor viewer, HttpServletResponse response) throws IOException {
        form.refuseProblems();
        exporting.begin(viewer, "board-xlsx", form.asMap());
        FigureSet set = insights.figures(form.scope(clock.instant()), viewer);
        PaperFiles.spreadsheet(response, BoardReportPages.name(set));
        workbook.write(set, viewer, response.getOutputStream());
    }
}
