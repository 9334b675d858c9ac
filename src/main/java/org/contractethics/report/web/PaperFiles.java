package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import org.contractethics.paper.HandedOut;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.shared.Refused;
import org.springframework.http.ResponseEntity;

/** Hands out a report as a file. */
final class PaperFiles {

    private PaperFiles() {}

    static PaperFormat format(String ending) {
        return PaperFormat.ofEnding(ending).orElseThrow(() -> Refused.notFound("There is no such file."));
    }

    /** Says that what follows is a spreadsheet, which is written while it is sent. */
    static void spreadsheet(HttpServletResponse response, String name) {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
    }

    static ResponseEntity<byte[]> of(Paper paper, PaperFormat format, String name) {
        return HandedOut.of(format.write(paper), format, name);
    }
}
