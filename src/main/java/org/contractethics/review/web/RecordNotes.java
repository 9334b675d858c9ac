package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.review.web.Field.Note;

/** What is on record of agencies and countries beside the questions about them; it counts whatever is chosen. */
final class RecordNotes {

    private static final int MOST = 8;

    private RecordNotes() {}

    static List<Note> ofAgencies(List<String> lines) {
        return notes(lines, "Register of agencies", "/agencies");
    }

    static List<Note> ofCountries(List<String> lines) {
        return notes(lines, "Records of countries", "/countries");
    }

    private static List<Note> notes(List<String> lines, String register, String link) {
        List<Note> notes = new ArrayList<>();
        lines.stream()
                .limit(MOST)
                .forEach(line -> notes.add(new Note("On record, and counted whatever is chosen: " + line, null)));
        notes.add(new Note(lines.isEmpty() ? register + ": nothing on record" : register, link));
        return notes;
    }
}
