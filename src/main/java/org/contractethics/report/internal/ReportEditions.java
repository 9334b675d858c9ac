package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.TreeHead;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.report.internal.StaffReport.Stated;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Writes every file of a report that is signed, for each kind of reader. */
@Component
class ReportEditions {

    /** Reads what everyone of the leadership may read. */
    private static final Actor LEADERSHIP = new Actor("leadership", "Leadership", Set.of(Role.LEADERSHIP));

    private final Insights insights;
    private final BoardReport board;
    private final StaffReport staff;

    ReportEditions(Insights insights, BoardReport board, StaffReport staff) {
        this.insights = insights;
        this.board = board;
        this.staff = staff;
    }

    /** A file about to be kept. */
    static final class Written {

        private final Edition edition;
        private final String ending;
        private final byte[] bytes;
        private final String fingerprint;
        private final TreeHead head;

        private Written(Edition edition, String ending, byte[] bytes, String fingerprint, TreeHead head) {
            this.edition = edition;
            this.ending = ending;
            this.bytes = bytes;
            this.fingerprint = fingerprint;
            this.head = head;
        }

        Edition edition() {
            return edition;
        }

        String ending() {
            return ending;
        }

        byte[] bytes() {
            return bytes;
        }

        String fingerprint() {
            return fingerprint;
        }

        TreeHead head() {
            return head;
        }
    }

    /** All of one state of the record. The edition that the chair reads stands first. */
    List<Written> write(Kind kind, Period period, Actor chair, Instant now) {
        List<Written> files = new ArrayList<>();
        if (kind == Kind.BOARD) {
            Scope scope = new Scope(period, null, null, now);
            List<FigureSet> sets = insights.figures(scope, List.of(chair, LEADERSHIP));
            board(Edition.FULL, sets.get(0), chair, files);
            board(Edition.LEADERSHIP, sets.get(1), LEADERSHIP, files);
        } else {
            Stated stated = staff.stated(period.from().getYear(), chair);
            papers(Edition.FULL, stated.paper(), stated.head(), files);
            papers(Edition.LEADERSHIP, stated.paper(), stated.head(), files);
        }
        return files;
    }

    private void board(Edition edition, FigureSet set, Actor reader, List<Written> files) {
        Paper paper = board.paper(set, reader);
        papers(edition, paper, set.head(), files);
        files.add(new Written(edition, "csv", board.values(set), paper.fingerprint(), set.head()));
    }

    private static void papers(Edition edition, Paper paper, TreeHead head, List<Written> files) {
        for (PaperFormat format : PaperFormat.values()) {
            files.add(new Written(edition, format.ending(), format.write(paper), paper.fingerprint(), head));
        }
    }
}
