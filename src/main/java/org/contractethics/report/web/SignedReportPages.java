package org.contractethics.report.web;

import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.paper.HandedOut;
import org.contractethics.paper.PaperFormat;
import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.SignedEntries;
import org.contractethics.report.internal.SignedFiles;
import org.contractethics.report.internal.SignedReport;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.report.internal.SignedReports;
import org.contractethics.report.internal.SigningReports;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports as they were signed, and the act of signing one. */
@Controller
@RequestMapping("/reports/signed")
class SignedReportPages {

    private final SigningReports signing;
    private final SignedReports signed;
    private final SignedEntries entries;
    private final SignedFiles files;
    private final PeopleDirectory people;

    SignedReportPages(
            SigningReports signing,
            SignedReports signed,
            SignedEntries entries,
            SignedFiles files,
            PeopleDirectory people) {
        this.signing = signing;
        this.signed = signed;
        this.entries = entries;
        this.files = files;
        this.people = people;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("reports", signed.all());
        model.addAttribute("people", people);
        return "report/signed-list";
    }

    @PostMapping
    String sign(
            @RequestParam Kind kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam String seen,
            @RequestParam(defaultValue = "") String read,
            Actor actor,
            RedirectAttributes redirect) {
        if (to.isBefore(from)) {
            throw Refused.invalid("A period ends on the day it begins or later.");
        }
        if (read.isEmpty()) {
            throw Refused.invalid("Confirm that you have read the report before you sign it.");
        }
        SignedReport report = signing.sign(kind, new Period(from, to), seen, actor);
        redirect.addFlashAttribute(
                "message", "The report is signed and kept. Leadership, the board committee and auditors are told.");
        return "redirect:/reports/signed/" + report.id();
    }

    @GetMapping("/{reportId}")
    String report(@PathVariable UUID reportId, Actor reader, Model model) {
        SignedReport report = signing.readable(reportId, reader);
        model.addAttribute("report", report);
        model.addAttribute("entry", entries.numbers().get(reportId));
        model.addAttribute("files", report.filesFor(reader));
        model.addAttribute("signer", people.displayName(report.signedBy()));
        return "report/signed";
    }

    @GetMapping("/{reportId}/report.{ending}")
    ResponseEntity<byte[]> file(@PathVariable UUID reportId, @PathVariable String ending, Actor reader) {
        byte[] bytes = files.file(reportId, ending, reader);
        String mediaType =
                PaperFormat.ofEnding(ending).map(PaperFormat::mediaType).orElse("text/csv;charset=UTF-8");
        return HandedOut.of(bytes, mediaType, "report-" + reportId + "." + ending);
    }
}
