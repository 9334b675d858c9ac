package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.contractethics.paper.HandedOut;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.report.internal.StaffTables;
import org.contractethics.shared.Refused;
import org.springframework.http.ResponseEntity;

/** Hands out a report as a file. */
final class PaperFiles {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Set<String> VALUES = Set.of("csv", "xlsx");

    private PaperFiles() {}

    static PaperFormat format(String ending) {
        return PaperFormat.ofEnding(ending).orElseThrow(() -> Refused.notFound("There is no such file."));
    }

    /** The staff report or the statement, by the ending of its file. */
    static ResponseEntity<byte[]> staff(Paper paper, String ending, String name) {
        return switch (ending) {
            case "csv" -> HandedOut.of(StaffTables.csv(paper), "text/csv;charset=UTF-8", name + ".csv");
            case "xlsx" -> HandedOut.of(StaffTables.workbook(paper), SPREADSHEET, name + ".xlsx");
            default -> of(paper, format(ending), name);
        };
    }

    /** Refuses what the staff report and the statement are not written as. */
    static void refuseUnknown(String ending) {
        if (!VALUES.contains(ending)) {
            format(ending);
        }
    }

    /** Says that what follows is a spreadsheet, which is written while it is sent. */
    static void spreadsheet(HttpServletResponse response, String name) {
        response.setContentType(SPREADSHEET);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
    }

    static ResponseEntity<byte[]> of(Paper paper, PaperFormat format, String name) {
        return HandedOut.of(format.write(paper), format, name);
    }
}
