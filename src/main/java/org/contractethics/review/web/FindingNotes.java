package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.review.internal.SafeguardProposals.Proposal;
import org.contractethics.review.web.Field.Note;
import org.contractethics.shared.ContractId;

/** The findings beside the question for a safeguard: what they propose, and where it stands. */
final class FindingNotes {

    private static final int MOST = 4;

    private FindingNotes() {}

    static List<Note> of(ContractId contract, Proposal proposal) {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note(proposed(proposal), null));
        proposal.opposing().stream().limit(MOST).forEach(finding -> notes.add(note(contract, "Against it: ", finding)));
        proposal.speaking().stream().limit(MOST).forEach(finding -> notes.add(note(contract, "", finding)));
        int more = proposal.speaking().size() - MOST;
        if (more > 0) {
            notes.add(new Note(more + " more on the page of the findings", "/contracts/" + contract + "/findings"));
        }
        return notes;
    }

    private static String proposed(Proposal proposal) {
        if (proposal.state() == SafeguardState.PRESENT && proposal.speaking().isEmpty()) {
            return "The findings propose: in the contract, because all documents were read and no clause speaks against it.";
        }
        if (proposal.state() == SafeguardState.PRESENT) {
            return proposal.confirmed().isEmpty()
                    ? "The findings propose: in the contract. Nobody has confirmed them yet."
                    : "The findings propose: in the contract. Confirmed by a reviewer.";
        }
        if (proposal.state() == SafeguardState.ABSENT) {
            return proposal.opposing().isEmpty()
                    ? "The findings propose: missing. All documents were read."
                    : "The findings propose: missing, because a clause speaks against it.";
        }
        return "Not found so far; that it is missing cannot be claimed: " + String.join(" ", proposal.notRead());
    }

    private static Note note(ContractId contract, String before, Finding finding) {
        String state = finding.confirmed() ? " (confirmed)" : "";
        String page = finding.page() == null ? "" : ", page " + finding.page();
        return new Note(
                before + finding.document() + ", " + finding.clause() + page + state + ": “"
                        + shortened(finding.words()) + "”",
                "/contracts/" + contract + "/documents/" + finding.version() + "?clause=" + finding.ordinal()
                        + "#clause-" + finding.ordinal());
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
