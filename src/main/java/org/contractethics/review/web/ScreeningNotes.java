package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.review.web.Field.Note;
import org.contractethics.screening.Screenings.ContractScreening;
import org.contractethics.shared.ContractId;

/** The screening of the named parties beside a question about sanctions: which lists, and the hits that nobody cleared. */
final class ScreeningNotes {

    private static final int MOST = 8;

    private ScreeningNotes() {}

    static List<Note> of(ContractId contract, ContractScreening screening) {
        List<String> words = screening.words();
        List<Note> notes = new ArrayList<>();
        words.stream().limit(MOST).forEach(said -> notes.add(new Note(said, null)));
        int more = words.size() - MOST;
        notes.add(new Note(
                more > 0 ? "All hits with their evidence: " + more + " more" : "Screening with its evidence",
                "/contracts/" + contract + "/screening"));
        return notes;
    }
}
