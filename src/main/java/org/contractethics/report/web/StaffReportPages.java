package org.contractethics.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.paper.Paper;
import org.contractethics.report.internal.ExportingReports;
import org.contractethics.report.internal.Insights;
import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.report.internal.StaffReport;
import org.contractethics.report.internal.Tiers;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody in the company may read, and the yearly statement to the public for those who check and sign it. */
@Controller
class StaffReportPages {

    private static final int MOST_YEARS = 10;

    private final StaffReport reports;
    private final Insights insights;
    private final Signing signing;
    private final ExportingReports exporting;
    private final Clock clock;

    StaffReportPages(StaffReport reports, Insights insights, Signing signing, ExportingReports exporting, Clock clock) {
        this.reports = reports;
        this.insights = insights;
        this.signing = signing;
        this.exporting = exporting;
        this.clock = clock;
    }

    @GetMapping("/reports/staff")
    String staff(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String tier,
            Model model) {
        int chosen = year(year);
        model.addAttribute("paper", reports.staff(chosen, tier.isEmpty() ? null : tier));
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("years", years());
        model.addAttribute("tier", tier);
        model.addAttribute("tiers", Tiers.toChoose());
        return "report/staff";
    }

    @GetMapping("/reports/staff.{ending}")
    ResponseEntity<byte[]> staffFile(
            @PathVariable String ending,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String tier) {
        PaperFiles.refuseUnknown(ending);
        int chosen = year(year);
        return PaperFiles.staff(reports.staff(chosen, tier.isEmpty() ? null : tier), ending, "staff-report-" + chosen);
    }

    @GetMapping("/reports/statement")
    String statement(@RequestParam(required = false) @Nullable Integer year, Actor viewer, Model model) {
        int chosen = year(year);
        Paper paper = reports.statement(chosen, viewer);
        model.addAttribute("paper", paper);
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("years", years());
        signing.add(model, Kind.STATEMENT, Period.year(chosen), false, paper.fingerprint(), viewer);
        return "report/statement";
    }

    @GetMapping("/reports/statement.{ending}")
    ResponseEntity<byte[]> statementFile(
            @PathVariable String ending, @RequestParam(required = false) @Nullable Integer year, Actor viewer) {
        PaperFiles.refuseUnknown(ending);
        int chosen = year(year);
        Paper paper = reports.statement(chosen, viewer);
        exporting.begin(viewer, "statement-" + ending, Map.of("year", String.valueOf(chosen)));
        return PaperFiles.staff(paper, ending, "public-statement-" + chosen);
    }

    private int year(@Nullable Integer asked) {
        return asked == null ? today().getYear() : asked;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Map<String, String> years() {
        int first = insights.firstDay().orElse(today()).getYear();
        Map<String, String> years = new LinkedHashMap<>();
        for (int year = today().getYear(); year >= first && years.size() < MOST_YEARS; year--) {
            years.put(String.valueOf(year), String.valueOf(year));
        }
        return years;
    }
}
