package org.contractethics.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** The concerns, as the other modules see them: ids and counts, never a filer, never a text. */
public interface Concerns {

    /**
     * How many concerns about each contract wait for a reasoned answer, as far as the viewer may know of them, with as many
     * statements as for one contract; those without are left out.
     */
    Map<ContractId, Integer> openOn(Collection<ContractId> contracts, Actor viewer);

    /**
     * Whether this person may handle the concern now: a concern officer, but never the one complained about, nor one the
     * filer excluded, nor the filer (H13). Whoever may not must not learn that it exists, in no list and in no count.
     */
    boolean mayHandle(ConcernId concern, Actor officer);

    /**
     * Answers the same for a whole list, with as many statements as for one concern. True of the moment it was read: for showing
     * lists, never for deciding whether an act is allowed.
     */
    Handling handlingOf(Collection<ConcernId> concerns);

    /** Who may handle some concerns. */
    @FunctionalInterface
    interface Handling {

        /** As {@link Concerns#mayHandle}; nobody may handle a concern it was not read for. */
        boolean mayHandle(ConcernId concern, Actor officer);

        /** Why this person may not do this task of the concern process; empty means they may, where they may handle the concern. */
        default List<String> objections(ConcernId concern, String task, Actor officer) {
            return List.of();
        }
    }

    /**
     * Whether what a task of the concern process stands for was done, so that it may be completed.
     *
     * @param task id of the user task in the model, for example {@code answer-concern}
     */
    boolean isDone(ConcernId concern, String task);

    /** The last day on which the acknowledgement is in time; the filer was told this day. */
    LocalDate acknowledgeBy(ConcernId concern);

    /** The last day on which the answer is in time; the filer was told this day. */
    LocalDate answerBy(ConcernId concern);

    /** The first day of its period; reminders count from it. */
    LocalDate filedOn(ConcernId concern);

    /** The last day on which the ruling on the appeal is in time. */
    LocalDate decideAppealBy(ConcernId concern);

    /** An acknowledgement or an answer will be due soon, told to those who handle the concern; or a ruling, told to those who rule. */
    void remind(ConcernId concern);

    /**
     * Tells the process, the record and the officers what filers did on days that are over. Before that nothing outside the
     * concerns knows of it, unless an officer has acted on it: the hour would single out a filer.
     */
    void announce();

    /** A feedback period passed without an answer; recorded and told to the ombuds, never closed by time (H9). */
    void escalate(ConcernId concern);

    /**
     * A concern was filed, on the day given and not now: its handling process starts in the same transaction, under the opaque id
     * alone.
     */
    record ConcernFiled(ConcernId concern, @Nullable ContractId contract, Instant at) {}

    /** More people signed a letter, and its days came nearer: what waits for them waits for the earlier ones. */
    record ConcernRoutedAnew(ConcernId concern) {}

    /** The filer took the concern back: nobody has anything to do about it any more, and nobody can read it. */
    record ConcernWithdrawn(ConcernId concern) {}

    /** An officer stepped back from a concern: whatever they hold of it goes to others. */
    record OfficerRecused(ConcernId concern, String officer, Instant at) {}

    /** The receipt of a concern was acknowledged (due within 7 days). */
    record ConcernAcknowledged(ConcernId concern, String officer, Instant at) {}

    /** A concern was answered with reasons (due within 3 months). */
    record ConcernAnswered(ConcernId concern, String officer, Instant at) {}

    /** The filer appealed against the answer; the ruling is due within 3 months. */
    record ConcernAppealed(ConcernId concern, @Nullable ContractId contract, Instant at) {}

    /** The appeal was decided with reasons. */
    record ConcernAppealDecided(ConcernId concern, String officer, Instant at) {}

    /** Nothing is left of the concern but its outcome; whoever keeps something under its id removes it in the same transaction. */
    record ConcernPurged(ConcernId concern, @Nullable ContractId contract, Instant at) {}
}
