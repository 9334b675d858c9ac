package org.contractethics.screening.web;

import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.screening.Screenings.AskedList;
import org.contractethics.screening.internal.Hit;
import org.contractethics.screening.internal.Hit.Answer;
import org.contractethics.screening.internal.Hit.Approval;
import org.contractethics.screening.internal.HitState;
import org.contractethics.screening.internal.ReadingScreenings.OfContract;
import org.contractethics.screening.internal.ScreeningRights;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** What pages show of the screening of a contract. */
@Component
class ScreeningViews {

    private final ScreeningRights rights;
    private final PeopleDirectory people;

    ScreeningViews(ScreeningRights rights, PeopleDirectory people) {
        this.rights = rights;
        this.people = people;
    }

    /** @param rows the hits that are not closed, then those that are */
    public record View(ContractId contract, OfContract screening, List<HitRow> rows) {

        public View {
            rows = List.copyOf(rows);
        }

        public boolean screened() {
            return screening.screenedAt() != null;
        }

        public List<HitRow> near() {
            return rows.stream().filter(row -> !row.closed()).toList();
        }

        public List<HitRow> gone() {
            return rows.stream().filter(HitRow::closed).toList();
        }

        public List<String> lists() {
            return screening.lists().stream().map(AskedList::words).toList();
        }

        /** Whether the silence of some list says nothing. */
        public boolean gaps() {
            return screening.lists().stream().anyMatch(list -> !list.screened() || list.staleSince() != null);
        }
    }

    View view(ContractId contract, OfContract screening, Actor viewer) {
        boolean answers = rights.mayAnswer(contract, viewer);
        boolean approves = rights.mayApprove(contract, viewer);
        return new View(
                contract,
                screening,
                screening.hits().stream()
                        .map(hit -> new HitRow(
                                hit,
                                hit.answers().stream().map(this::said).toList(),
                                answers && hit.state() != HitState.CLOSED,
                                approves && waitsForSomebodyElse(hit, viewer)))
                        .toList());
    }

    private static boolean waitsForSomebodyElse(Hit hit, Actor viewer) {
        return hit.state() == HitState.WAITING
                && !hit.answers().get(hit.answers().size() - 1).by().equals(viewer.username());
    }

    private HitRow.Said said(Answer answer) {
        Approval approval = answer.approval();
        return new HitRow.Said(
                answer, people.displayName(answer.by()), approval == null ? "" : people.displayName(approval.by()));
    }
}
