package org.contractethics.shared;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a concern does to the contract it is about (table 2.9). Implemented by the reviews. Each measure is taken at most once for a
 * concern and a contract, however often it is asked for; it is recorded in the same transaction, under the opaque id of the concern.
 */
public interface ConcernMeasures {

    /** Whoever asks where no person does: the table of routing, the threshold of a letter. */
    String BY_THE_TABLE = "system";

    /** What can be done about the contract. */
    enum Measure {
        HOLD("The signature is held"),
        REOPEN("The review is opened again", "Opening the review again was asked for"),
        HEARING("The panel hears those who signed before it decides"),
        BOARD("The board committee is told"),
        SUSPENSION(
                "Whether the services go on is decided at once",
                "Whether the services go on is decided anew before they are left to run");

        private final String label;
        private final String waiting;

        Measure(String label) {
            this(label, label);
        }

        /** @param waiting the words while nothing began by it */
        Measure(String label, String waiting) {
            this.label = label;
            this.waiting = waiting;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }

        /** Whether something waits until it ends: a signature, or a decision. */
        public boolean ends() {
            return this == HOLD || this == HEARING;
        }
    }

    /**
     * @param because shown to reviewers; never text of the concern
     * @param takenBy account name of the officer, or {@code system} for the table
     * @param review that was opened; null where none was
     * @param opened whether the review, or the suspension review, that it asks for began with it; true of a measure that opens none
     * @param end null while it stands, and where it has no end
     */
    record Taken(
            ContractId contract,
            ConcernId concern,
            Measure measure,
            String because,
            String takenBy,
            LocalDate takenOn,
            @Nullable ReviewId review,
            boolean opened,
            @Nullable End end) {

        /** The words shown on screen: of what did not begin, they say that it was asked for. */
        public String words() {
            return opened ? measure.label() : measure.waiting;
        }

        /** Whether a signature or a decision waits for its end. */
        public boolean stands() {
            return measure.ends() && end == null;
        }
    }

    /** How a measure ended. */
    record End(String because, String endedBy, LocalDate endedOn) {}

    /**
     * Takes the measure.
     *
     * @return false where it was taken for this concern before; then nothing happens
     */
    boolean take(Measure measure, ContractId contract, ConcernId concern, String because, String actor);

    /**
     * Lets the signature go on: after the reasoned answer, or by a decision of its own. The last hold of a contract has to go before
     * anything can be signed.
     *
     * @return false where this concern holds no signature
     */
    boolean release(ContractId contract, ConcernId concern, String because, String actor);

    /**
     * Ends one measure that something waits for: the hold of a signature, or a hearing.
     *
     * @return false where it ended before
     */
    boolean end(Taken taken, String because, String actor);

    /**
     * Ends whatever still waits because of the concern, on every contract: a concern that its filer took back, or of which nothing is
     * left, holds up nothing any more.
     */
    void endAll(ConcernId concern, String because, String actor);

    /** Every measure taken for the concern, in the order of {@link Measure}. */
    List<Taken> of(ConcernId concern);

    /** Every measure about the contract; the caller leaves out what the viewer must not know of. */
    List<Taken> about(ContractId contract);

    /** Holds the signature: it is refused on every path while a hold stands. */
    boolean hold(ContractId contract, ConcernId concern, String because);

    /** Opens the review of an approved or signed contract again; its approval lapses. */
    boolean reopen(ContractId contract, ConcernId concern, String because);

    /** Nothing is decided on the contract until the panel has heard those who signed and weighed a higher tier. */
    boolean hearing(ContractId contract, ConcernId concern, String because);

    /** Tells the board committee. */
    boolean board(ContractId contract, ConcernId concern, String because);
}
