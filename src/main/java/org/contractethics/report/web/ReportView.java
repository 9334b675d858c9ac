package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.record.ReadingRights;
import org.contractethics.record.RecordReader;
import org.contractethics.report.internal.BoardReport;
import org.contractethics.report.internal.Figure;
import org.contractethics.report.internal.FigureChart;
import org.contractethics.report.internal.FigureSet;
import org.contractethics.report.internal.Integrity;
import org.contractethics.report.internal.RecordFoot;
import org.contractethics.report.internal.Tabulating;
import org.contractethics.report.internal.Tally;
import org.contractethics.report.internal.Tiers;
import org.contractethics.report.internal.Timing;
import org.contractethics.report.internal.TitledRights;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What dashboard and printed report show alike. */
@Component
class ReportView {

    private final RecordReader record;
    private final ReadingRights rights;
    private final BoardReport board;
    private final RecordFoot foot;
    private final TitledRights titled;

    ReportView(RecordReader record, ReadingRights rights, BoardReport board, RecordFoot foot, TitledRights titled) {
        this.record = record;
        this.rights = rights;
        this.board = board;
        this.foot = foot;
        this.titled = titled;
    }

    /** What was typed and cannot be understood; the page then shows the current quarter under the form, with the status that says so. */
    void addProblems(Model model, ReportForm form, HttpServletResponse response) {
        List<FormProblem> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(Refused.Kind.INVALID.status());
        }
        model.addAttribute("problems", problems);
    }

    /** What can be chosen, and what is chosen: without a word in the address the current quarter. */
    void addFilters(Model model, FigureSet set, ReportForm form, Optional<LocalDate> firstDay) {
        LocalDate today = set.scope().now().atOffset(ZoneOffset.UTC).toLocalDate();
        String chosen = form.periodChosen(today);
        model.addAttribute("period", chosen);
        model.addAttribute("periods", PeriodChoices.between(firstDay.orElse(today), today, chosen));
        model.addAttribute("nothingYet", board.nothingYet(set).orElse(null));
        model.addAttribute("code", foot.code().orElse(null));
        model.addAttribute("tiers", Tiers.toChoose());
        model.addAttribute("agencies", agencies(set));
        model.addAttribute("narrowed", !form.asMap().isEmpty());
    }

    void addFigures(Model model, FigureSet set, ReportForm form, Actor viewer) {
        DrillDown links = new DrillDown(form, rights, viewer);
        model.addAttribute("set", set);
        model.addAttribute("scope", set.scope());
        model.addAttribute("links", links);
        model.addAttribute("tiles", tiles(set, links));
        model.addAttribute("sections", sections(set));
        model.addAttribute("integrity", integrity(set));
        model.addAttribute("readsRecord", rights.mayReadAll(viewer));
    }

    Integrity integrity(FigureSet set) {
        return new Integrity(set.head(), record.lastVerification().orElse(null));
    }

    private static Map<String, String> agencies(FigureSet set) {
        Map<String, String> agencies = new LinkedHashMap<>();
        agencies.put("", "Every agency");
        set.agencies().forEach(agency -> agencies.put(agency, agency));
        return agencies;
    }

    private List<Section> sections(FigureSet set) {
        return Arrays.stream(Figure.values())
                .map(figure -> new Section(
                        titled.table(Tabulating.table(set.now(figure), set.before(figure))), chart(set.now(figure))))
                .toList();
    }

    private static @Nullable Map<String, Object> chart(Tally tally) {
        FigureChart chart = FigureChart.of(tally);
        return chart == null ? null : chart.asMap();
    }

    private static List<Tile> tiles(FigureSet set, DrillDown links) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(counted("Signed without valid decision", Figure.SIGNED_WITHOUT_DECISION, set, links, true));
        tiles.add(counted("Reviews received", Figure.REVIEWS_RECEIVED, set, links, false));
        tiles.add(counted("Decisions", Figure.DECISIONS, set, links, false));
        tiles.add(median(set, links));
        tiles.add(counted("Overdue stages", Figure.OVERDUE, set, links, true));
        tiles.add(counted("Open conditions", Figure.OPEN_CONDITIONS, set, links, false));
        return tiles;
    }

    private static Tile counted(String label, Figure figure, FigureSet set, DrillDown links, boolean alarming) {
        int now = set.now(figure).total();
        String before = figure.moment() == Figure.Moment.WHOLE_RECORD
                ? "must be 0; the whole record is asked"
                : "period before: " + set.before(figure).total();
        String link = now == 0 ? null : links.to(figure, null, null);
        return new Tile(label, String.valueOf(now), before, link, alarming && now > 0);
    }

    private static Tile median(FigureSet set, DrillDown links) {
        Tally tally = set.now(Figure.TIME_TO_DECISION);
        Timing before = set.before(Figure.TIME_TO_DECISION).timing(null);
        String link = tally.total() == 0 ? null : links.to(Figure.TIME_TO_DECISION, null, null);
        return new Tile(
                "Median working days to decision",
                words(tally.timing(null)),
                "period before: " + words(before),
                link,
                false);
    }

    private static String words(Timing timing) {
        return timing.medianWorkingDays() == null
                ? "–"
                : timing.medianWorkingDays().toString();
    }
}
