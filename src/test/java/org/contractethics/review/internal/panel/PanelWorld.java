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
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** The acts of the panel, put together for the world of the review tests. */
public record PanelWorld(
        DrawingPanel drawing,
        BringingInAlternates alternates,
        FillingSeats filling,
        KeepingTerms terms,
        DeclaringAbsence absence,
        VotesSoFar votes,
        ChairOfPanel chair,
        DrawingActingChair drawingChair,
        LotNonces nonces) {

    /** What the review knows of its votes. */
    public record Votes(
            ReviewCases reviews,
            VoteRounds rounds,
            org.contractethics.review.internal.Votes votes,
            Recusals recusals) {}

    /** The modules around. */
    public record Outside(
            ContractRegister register,
            CitedRecord record,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {}

    /** Who chairs a panel, and who is drawn to. */
    private record Chairs(ChairOfPanel chair, DrawingActingChair drawing) {

        static Chairs of(
                PanelTables tables, PeopleDirectory people, Participation participation, Votes votes, Outside outside) {
            ChairOfPanel chair = new ChairOfPanel(people, participation, tables.seats(), tables.acting());
            return new Chairs(
                    chair,
                    new DrawingActingChair(
                            new DrawingActingChair.Drawn(
                                    tables.seats(),
                                    tables.acting(),
                                    chair,
                                    tables.absences(),
                                    new ChairOfContract(people, tables.conflicts(), outside.clock()),
                                    tables.conflicts()),
                            votes.reviews(),
                            votes.rounds(),
                            participation,
                            people,
                            nonces(tables, outside),
                            notices(tables, chair, outside),
                            outside.events(),
                            outside.transactions(),
                            outside.clock()));
        }
    }

    private static LotNonces nonces(PanelTables tables, Outside outside) {
        return new LotNonces(
                tables.jdbc(), outside.record(), outside.events(), outside.transactions(), outside.clock());
    }

    /** The random number for this drawing of a panel, as the drawing would ask for it. */
    public String nonce(ReviewId review, ContractId contract, int number) {
        return nonces.of(new LotNonces.Key(review, 1, LotNonces.Purpose.PANEL, number), contract)
                .nonce();
    }

    private static PanelNotices notices(PanelTables tables, ChairOfPanel chair, Outside outside) {
        return new PanelNotices(outside.register(), chair, tables.meetings(), outside.events());
    }

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
                Chairs.of(tables, people, participation, votes, outside),
                votes,
                work,
                outside);
    }

    private PanelWorld(
            PanelTables tables,
            PeopleDirectory people,
            PanelPool pools,
            VotesSoFar soFar,
            Chairs chairs,
            Votes votes,
            StageWork work,
            Outside outside) {
        this(
                tables,
                people,
                soFar,
                chairs,
                new DrawingPanel(
                        pools,
                        tables.seats(),
                        soFar,
                        settings(),
                        nonces(tables, outside),
                        notices(tables, chairs.chair(), outside),
                        outside.events()),
                new BringingInAlternates(
                        tables.seats(),
                        pools,
                        votes.reviews(),
                        votes.rounds(),
                        votes.votes(),
                        notices(tables, chairs.chair(), outside),
                        outside.events()),
                votes,
                work,
                outside);
    }

    private PanelWorld(
            PanelTables tables,
            PeopleDirectory people,
            VotesSoFar soFar,
            Chairs chairs,
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
                        drawing,
                        chairs.chair()),
                new KeepingTerms(tables.terms(), people, outside.events(), outside.clock()),
                new DeclaringAbsence(tables.absences(), alternates, people, outside.events(), outside.clock()),
                soFar,
                chairs.chair(),
                chairs.drawing(),
                nonces(tables, outside));
    }

    static PanelSettings settings() {
        return new PanelSettings(2, 2, 1, 2, 2);
    }
}
