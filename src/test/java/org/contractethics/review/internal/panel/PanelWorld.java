package org.contractethics.review.internal.panel;

import java.time.Clock;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.shared.CitedRecord;
import org.springframework.context.ApplicationEventPublisher;

/** The acts of the panel, put together for the world of the review tests. */
public record PanelWorld(
        DrawingPanel drawing,
        BringingInAlternates alternates,
        FillingSeats filling,
        KeepingTerms terms,
        DeclaringAbsence absence,
        VotesSoFar votes) {

    /** What the review knows of its votes. */
    public record Votes(
            ReviewCases reviews,
            VoteRounds rounds,
            org.contractethics.review.internal.Votes votes,
            Recusals recusals) {}

    /** The modules around. */
    public record Outside(
            ContractRegister register, CitedRecord record, ApplicationEventPublisher events, Clock clock) {}

    public PanelWorld(
            PanelTables tables,
            PeopleDirectory people,
            Participation participation,
            Votes votes,
            StageWork work,
            Outside outside) {
        this(
                tables,
                people,
                new PanelPool(people, participation, tables.terms(), tables.absences()),
                new VotesSoFar(votes.votes(), votes.recusals(), tables.seats()),
                votes,
                work,
                outside);
    }

    private PanelWorld(
            PanelTables tables,
            PeopleDirectory people,
            PanelPool pools,
            VotesSoFar soFar,
            Votes votes,
            StageWork work,
            Outside outside) {
        this(
                tables,
                people,
                soFar,
                new DrawingPanel(
                        pools,
                        tables.seats(),
                        soFar,
                        settings(),
                        outside.record(),
                        new PanelNotices(outside.register(), outside.events()),
                        outside.events()),
                new BringingInAlternates(
                        tables.seats(),
                        pools,
                        votes.reviews(),
                        votes.rounds(),
                        votes.votes(),
                        new PanelNotices(outside.register(), outside.events()),
                        outside.events()),
                votes,
                work,
                outside);
    }

    private PanelWorld(
            PanelTables tables,
            PeopleDirectory people,
            VotesSoFar soFar,
            DrawingPanel drawing,
            BringingInAlternates alternates,
            Votes votes,
            StageWork work,
            Outside outside) {
        this(
                drawing,
                alternates,
                new FillingSeats(
                        work,
                        votes.rounds(),
                        tables.seats(),
                        tables.absences(),
                        settings(),
                        soFar,
                        alternates,
                        drawing),
                new KeepingTerms(tables.terms(), people, outside.events(), outside.clock()),
                new DeclaringAbsence(tables.absences(), alternates, people, outside.events(), outside.clock()),
                soFar);
    }

    static PanelSettings settings() {
        return new PanelSettings(2, 2, 1, 2, 2);
    }
}
