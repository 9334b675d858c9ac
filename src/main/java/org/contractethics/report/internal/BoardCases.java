package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.record.ReadingRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases behind the figures of the board report that a committee asks about, in full, for whoever may read them. */
@Component
class BoardCases {

    /** Of the lists whose rest stands in the spreadsheet. Decisions in T4 and dissents stand nowhere else in full, so all are shown. */
    private static final int MOST = 500;

    private final RecordReader record;
    private final CountedEntries entries;
    private final ReadingRights rights;
    private final TitledRights titled;

    BoardCases(RecordReader record, CountedEntries entries, ReadingRights rights, TitledRights titled) {
        this.record = record;
        this.entries = entries;
        this.rights = rights;
        this.titled = titled;
    }

    void add(Paper.Builder paper, FigureSet set, Actor viewer) {
        paper.heading(1, "Cases");
        critical(paper, set);
        decisions(paper, set);
        dissents(paper, set, viewer);
        FigureSections.list(paper, "Appeals", items(set, Figure.APPEALS, null), MOST);
        FigureSections.list(paper, "Overturned decisions, one by one", items(set, Figure.OVERTURNED, null), MOST);
        FigureSections.list(paper, "Overdue conditions", items(set, Figure.OPEN_CONDITIONS, "overdue"), MOST);
        FigureSections.list(paper, "Suspensions and restrictions, one by one", items(set, Figure.HOLDS, null), MOST);
        FigureSections.list(paper, "Incidents and reports", items(set, Figure.INCIDENTS, null), MOST);
        FigureSections.list(paper, "Recusals, one by one", items(set, Figure.RECUSALS, null), MOST);
    }

    private static List<Item> items(FigureSet set, Figure figure, @Nullable String row) {
        return set.now(figure).items(row, null);
    }

    private void critical(Paper.Builder paper, FigureSet set) {
        paper.heading(2, "Critical cases, one by one")
                .linked(
                        List.of("Contract", "Rights", "Decision", "Conditions", "Days", "Record"),
                        set.critical().stream().limit(MOST).map(this::told).toList(),
                        "There is none.");
        if (set.critical().size() > MOST) {
            paper.text((set.critical().size() - MOST) + " more are listed in the spreadsheet.");
        }
    }

    private List<Cell> told(CriticalCase found) {
        Item item = found.item();
        return List.of(
                new Cell(item.subject(), item.contract() == null ? null : "/contracts/" + item.contract()),
                new Cell(titled.of(found), null),
                new Cell(found.decision(), null),
                new Cell(found.conditions(), null),
                new Cell(String.valueOf(found.days()), null),
                new Cell("Entry " + item.entry(), "/audit/" + item.entry()));
    }

    /** Each case of the highest tier, with its reasons. */
    private void decisions(Paper.Builder paper, FigureSet set) {
        List<List<Cell>> rows = new ArrayList<>();
        entries.each(set, Figure.DECISIONS, "decision-recorded", (item, entry) -> {
            if (entry.text("tier").orElse("").equals("T4")) {
                rows.add(told(set, item, item.what(), entry));
            }
        });
        paper.heading(2, "Decisions in T4")
                .linked(List.of("Contract", "Outcome", "Reasons", "Record"), rows, "There is none.");
    }

    private void dissents(Paper.Builder paper, FigureSet set, Actor viewer) {
        paper.heading(2, "Dissents in full");
        if (!rights.mayRead("dissent-recorded", viewer)) {
            paper.text("Single votes are read by the board committee and auditors.");
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        Map<ContractId, CaseAtHand> known = new HashMap<>();
        entries.each(
                set, Figure.DISSENTS, "dissent-recorded", (item, entry) -> rows.add(dissent(set, item, entry, known)));
        paper.linked(List.of("Contract", "Agency", "Voted", "Reasons", "Record"), rows, "There is none.");
    }

    private List<Cell> dissent(FigureSet set, Item item, RecordEntry entry, Map<ContractId, CaseAtHand> known) {
        ContractId contract = entry.contract();
        String voted = Words.outcome(FactReader.upper(entry, "outcome"));
        List<Cell> cells = new ArrayList<>(told(set, item, voted, entry));
        String agency = "Not recorded";
        if (contract != null) {
            CaseAtHand at = known.computeIfAbsent(
                    contract, id -> CaseAtHand.of(record, id, set.head().size()));
            agency = set.agencyOf(contract);
            cells.set(1, new Cell(voted + ", as " + at.role(entry), null));
        }
        cells.add(1, new Cell(agency, null));
        return cells;
    }

    private static List<Cell> told(FigureSet set, Item item, String what, RecordEntry entry) {
        return List.of(
                new Cell(item.subject(), item.contract() == null ? null : "/contracts/" + item.contract()),
                new Cell(what, null),
                new Cell(set.reasons(entry).orElse("They stand in the decision record of the contract."), null),
                new Cell("Entry " + item.entry(), "/audit/" + item.entry()));
    }
}
