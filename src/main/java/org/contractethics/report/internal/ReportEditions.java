package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.report.internal.SignedReport.Kind;
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
    private final RecordReader record;

    ReportEditions(Insights insights, BoardReport board, StaffReport staff, RecordReader record) {
        this.insights = insights;
        this.board = board;
        this.staff = staff;
        this.record = record;
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

    /** The edition that the chair reads stands first. */
    List<Written> write(Kind kind, Period period, Actor chair, Instant now) {
        List<Written> files = new ArrayList<>();
        if (kind == Kind.BOARD) {
            Scope scope = new Scope(period, null, null, now);
            board(Edition.FULL, scope, chair, files);
            board(Edition.LEADERSHIP, scope, LEADERSHIP, files);
        } else {
            TreeHead head = record.head();
            Paper paper = staff.statement(period.from().getYear(), chair);
            papers(Edition.FULL, paper, head, files);
            papers(Edition.LEADERSHIP, paper, head, files);
        }
        return files;
    }

    private void board(Edition edition, Scope scope, Actor reader, List<Written> files) {
        FigureSet set = insights.figures(scope, reader);
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
