package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.measure.Tie;
import org.contractethics.concern.internal.measure.Tie.End;
import org.contractethics.concern.internal.measure.Tie.Undoing;
import org.contractethics.concern.internal.measure.UndoingTies.Waiting;
import org.jspecify.annotations.Nullable;

/** What the API says of ties of concerns to contracts. */
final class TieAnswers {

    private TieAnswers() {}

    /** What waits for a second person. */
    @Schema(name = "TieToUndo")
    record TieToUndo(UUID concern, TieLine tie) {

        static TieToUndo of(Waiting waiting) {
            return new TieToUndo(waiting.tie().concern(), TieLine.forSecondPerson(waiting.tie()));
        }
    }

    /**
     * @param number which of the ties of this concern to the contract it is, from 1; null for the second person
     * @param tiedBecause why it was made; null where it was made together with a measure, whose reason stands there
     * @param because why it was wrong; null while nobody asked to undo it
     * @param lastDay until when it waits for a second person; null where it does not
     * @param confirmedBy account name of the second person; null where there is none
     * @param undoneOn since when the concern is about the contract no longer; null while it is
     * @param endedUndoings what was asked for and came to nothing, the oldest first
     */
    @Schema(name = "ConcernTie")
    record TieLine(
            UUID contract,
            @Nullable Integer number,
            LocalDate tiedOn,
            @Nullable String tiedBecause,
            @Nullable String because,
            @Nullable String askedBy,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate lastDay,
            @Nullable String confirmedBy,
            @Nullable LocalDate undoneOn,
            List<EndedUndoing> endedUndoings) {

        static TieLine of(Tie tie) {
            return of(
                    tie,
                    tie.number(),
                    tie.because(),
                    tie.ended().stream().map(EndedUndoing::of).toList());
        }

        /** They learn why it is to be undone, and not whether or why it was made before, or what others said. */
        static TieLine forSecondPerson(Tie tie) {
            return of(tie, null, null, List.of());
        }

        private static TieLine of(
                Tie tie, @Nullable Integer number, @Nullable String tiedBecause, List<EndedUndoing> ended) {
            Undoing standing = tie.standing().orElse(null);
            return new TieLine(
                    tie.contract(),
                    number,
                    tie.tiedOn(),
                    tiedBecause,
                    standing == null ? null : standing.because(),
                    standing == null ? null : standing.askedBy(),
                    standing == null ? null : standing.askedOn(),
                    standing == null ? null : standing.lastDay(),
                    standing == null ? null : standing.confirmedBy(),
                    standing == null ? null : standing.undoneOn(),
                    ended);
        }
    }

    /**
     * That a tie is undone was asked for and came to nothing.
     *
     * @param endedBy account name of whoever refused it or took it back; system where it lapsed
     * @param refusedBecause null unless somebody refused it
     */
    @Schema(name = "ConcernTieEndedUndoing")
    record EndedUndoing(
            String because,
            String askedBy,
            LocalDate askedOn,
            @Nullable End ended,
            @Nullable String endedBy,
            @Nullable LocalDate endedOn,
            @Nullable String refusedBecause) {

        static EndedUndoing of(Undoing undoing) {
            return new EndedUndoing(
                    undoing.because(),
                    undoing.askedBy(),
                    undoing.askedOn(),
                    undoing.ended(),
                    undoing.endedBy(),
                    undoing.endedOn(),
                    undoing.endedBecause());
        }
    }
}
