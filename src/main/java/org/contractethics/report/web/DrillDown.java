package org.contractethics.report.web;

import java.util.HashMap;
import java.util.Map;
import org.contractethics.record.ReadingRights;
import org.contractethics.report.internal.Figure;
import org.contractethics.report.internal.FigureTable.Value;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Where the numbers of a page lead, for one viewer and one set of filters. Used by the templates. */
public final class DrillDown {

    private final ReportForm form;
    private final ReadingRights rights;
    private final Actor viewer;

    DrillDown(ReportForm form, ReadingRights rights, Actor viewer) {
        this.form = form;
        this.rights = rights;
        this.viewer = viewer;
    }

    /** The page of what a cell counts; null where it counts nothing or the viewer may not see the single things. */
    public @Nullable String to(Figure figure, Value value) {
        return value.counted() && mayList(figure) ? to(figure, value.row(), value.column()) : null;
    }

    String to(Figure figure, @Nullable String row, @Nullable String column) {
        Map<String, @Nullable String> cell = new HashMap<>();
        cell.put("row", row);
        cell.put("column", column == null || column.isEmpty() ? null : column);
        return form.link("/insights/figures/" + figure.slug(), cell);
    }

    /** Concerns are listed one by one only for those who may read their entries. */
    boolean mayList(Figure figure) {
        return figure.listed() && (!figure.sensitive() || rights.mayRead("concern-filed", viewer));
    }

    /** Whether what a figure counts leads on to the entries of the record. */
    boolean mayOpenEntries(Figure figure) {
        if (figure.sensitive()) {
            return rights.mayRead("concern-filed", viewer);
        }
        return switch (figure) {
            case CRITICAL_CASES, RIGHTS -> rights.mayRead("assessment-recorded", viewer);
            case DOCUMENTS -> rights.mayRead("document-read", viewer);
            case CONSULTATIONS -> rights.mayRead("consultation-logged", viewer);
            case REMEDY -> rights.mayRead("remediation-opened", viewer);
            case AUDIT_SAMPLE, SAMPLE_AGREEMENT -> rights.mayRead("sample-reviewed", viewer);
            case RE_REVIEWS, RE_REVIEWS_AHEAD -> rights.mayRead("re-review-done", viewer);
            case VOTES, QUORUM_MISSED -> rights.mayRead("votes-opened", viewer);
            case RETURNED_DEALS -> rights.mayRead("earlier-deals-compared", viewer);
            case INCIDENTS, FALSE_NEGATIVES, VISIBILITY -> rights.mayRead("incident-recorded", viewer);
            case DISSENTS -> rights.mayRead("dissent-recorded", viewer);
            default -> rights.mayRead("decision-recorded", viewer);
        };
    }
}
