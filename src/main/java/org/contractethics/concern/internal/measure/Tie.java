package org.contractethics.concern.internal.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract that a concern was found to be about.
 *
 * @param number which of the ties of these two it is, from 1: one that was undone can be made again
 * @param because why it was made; null where it was made together with a measure, whose reason stands there
 * @param undoings each time that somebody asked to undo it, the oldest first
 */
public record Tie(
        UUID concern,
        UUID contract,
        int number,
        String tiedBy,
        LocalDate tiedOn,
        @Nullable String because,
        List<Undoing> undoings) {

    public Tie {
        undoings = List.copyOf(undoings);
    }

    /**
     * That it is to be undone.
     *
     * @param lastDay until when a second person can say yes or no; null where none was needed
     * @param confirmedBy the second person; null where none is needed, or none has said yes
     * @param undoneOn since when the concern is about the contract no longer; null while it is
     * @param ended how it came to nothing, {@code endedBy} by whom and on which day; null while it waits, and where the tie was undone
     * @param endedBecause why the second person said no; null where it ended in another way
     */
    public record Undoing(
            UUID id,
            String because,
            String askedBy,
            LocalDate askedOn,
            @Nullable LocalDate lastDay,
            @Nullable String confirmedBy,
            @Nullable LocalDate undoneOn,
            @Nullable End ended,
            @Nullable String endedBy,
            @Nullable LocalDate endedOn,
            @Nullable String endedBecause) {

        public boolean isWaiting() {
            return undoneOn == null && ended == null;
        }

        public boolean isDone() {
            return undoneOn != null;
        }

        /** Whether nobody can say yes or no to it any more. */
        public boolean isOver(LocalDate today) {
            return isWaiting() && lastDay != null && today.isAfter(lastDay);
        }
    }

    /** How an undoing that nobody confirmed came to its end. */
    public enum End {
        REFUSED,
        TAKEN_BACK,
        LAPSED
    }

    public boolean isUndone() {
        return undoings.stream().anyMatch(Undoing::isDone);
    }

    /** What undid it, or waits to. */
    public Optional<Undoing> standing() {
        return undoings.stream().filter(undoing -> undoing.ended() == null).findFirst();
    }

    /** What was asked for and came to nothing, the oldest first. */
    public List<Undoing> ended() {
        return undoings.stream().filter(undoing -> undoing.ended() != null).toList();
    }

    /** What waits for a second person. */
    public Optional<Undoing> waiting() {
        return undoings.stream().filter(Undoing::isWaiting).findFirst();
    }
}
