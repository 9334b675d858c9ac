package org.contractethics.review.internal.panel;

import java.time.Clock;
import org.contractethics.review.Delegations;
import org.contractethics.review.internal.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the panel keeps in the database. */
public record PanelTables(
        JdbcClient jdbc,
        PanelSeats seats,
        ActingChairs acting,
        ChairConflicts conflicts,
        PanelTerms terms,
        Absences absences,
        PanelMeetings meetings,
        Delegations delegations) {

    public PanelTables(JdbcClient jdbc, Json json, Clock clock) {
        this(
                jdbc,
                new PanelSeats(jdbc, json),
                new ActingChairs(jdbc, json),
                new ChairConflicts(jdbc),
                new PanelTerms(jdbc),
                new Absences(jdbc),
                new PanelMeetings(jdbc, json),
                clock);
    }

    private PanelTables(
            JdbcClient jdbc,
            PanelSeats seats,
            ActingChairs acting,
            ChairConflicts conflicts,
            PanelTerms terms,
            Absences absences,
            PanelMeetings meetings,
            Clock clock) {
        this(jdbc, seats, acting, conflicts, terms, absences, meetings, new TasksOfTheAbsent(absences, clock));
    }
}
