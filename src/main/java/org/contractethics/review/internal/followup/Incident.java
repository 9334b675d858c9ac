package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.shared.CleanCopies.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Something that became known of a contract after it was signed.
 *
 * @param rights codes of the catalogue that it concerns; may be empty
 * @param evidence files that came with it
 */
public record Incident(
        UUID id,
        Kind kind,
        LocalDate happenedOn,
        String source,
        Reliability reliability,
        String account,
        List<String> rights,
        List<EvidenceFile> evidence,
        String recordedBy,
        Instant recordedAt) {

    public Incident {
        rights = List.copyOf(rights);
        evidence = List.copyOf(evidence);
    }

    Incident with(List<EvidenceFile> files) {
        return new Incident(id, kind, happenedOn, source, reliability, account, rights, files, recordedBy, recordedAt);
    }

    /**
     * A file that came with it.
     *
     * @param fileName display only, never a path
     * @param sha256 lower-case hex of the original
     * @param extension of the rebuilt copy; empty where there is none
     * @param text what came of reading it for the search
     */
    public record EvidenceFile(
            int number, String fileName, long bytes, String sha256, Outcome outcome, String extension, FoundText text) {

        /** Whether a copy could be rebuilt that is read without danger. */
        public boolean readable() {
            return outcome == Outcome.COPIED;
        }

        /** Why there is no copy; empty where there is one. */
        public String noCopy() {
            return switch (outcome) {
                case COPIED -> "";
                case NOT_REBUILT -> "a kind of file of which no safe copy is made";
                case LOCKED -> "protected by a password, so no safe copy could be made";
                case GIVEN_UP -> "damaged or unsafe, so no safe copy could be made";
            };
        }
    }

    /**
     * What search finds of a file.
     *
     * @param ending null while its text is being read
     * @param gaps sentences about what it holds and was not read
     * @param inside what search finds of the files inside it
     */
    public record FoundText(@Nullable Ending ending, List<String> gaps, List<FoundInside> inside) {

        static final FoundText AWAITED = new FoundText(null, List.of(), List.of());

        public FoundText {
            gaps = List.copyOf(gaps);
            inside = List.copyOf(inside);
        }

        /** What search finds and does not find of the files inside it, a sentence each. */
        public List<String> insideLines() {
            return FoundInside.lines(inside);
        }

        /** What search does not find of it, and why; empty where it finds everything. */
        public String missing() {
            return ending == null ? "Its text is being read for the search." : missing(ending, gaps);
        }

        static String missing(Ending ending, List<String> gaps) {
            return switch (ending) {
                case READ -> String.join(" ", gaps);
                case LOCKED -> notRead("it is protected by a password or encrypted");
                case UNSUPPORTED -> notRead("it is of a kind or version that cannot be read");
                case DAMAGED -> notRead("it is damaged or incomplete");
                case NO_TEXT -> notRead("it holds no text, like a picture or a scan");
                case LIMIT_HIT -> notRead("that would take more time or memory than is allowed");
                case READER_STOPPED ->
                    notRead(
                            "the program that reads files ended over it, or could not be started for it, each time it was tried");
                case HOSTILE -> notRead("it is built so that opening it can do harm");
            };
        }

        private static String notRead(String why) {
            return "Search does not find its text, which could not be read: " + why + ".";
        }
    }

    /** What it is. */
    public enum Kind {
        INCIDENT("Incident"),
        PRESS("Press report"),
        FINDING("Court or UN finding"),
        CUSTOMER_REPORT("Report of the customer"),
        OTHER("Other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** The report of the customer is no signal of harm by itself. */
        boolean signalsHarm() {
            return this != CUSTOMER_REPORT;
        }
    }

    /** How far the source can be relied on. */
    public enum Reliability {
        A("completely reliable"),
        B("usually reliable"),
        C("fairly reliable"),
        D("not usually reliable"),
        E("unreliable"),
        F("cannot be judged");

        private final String meaning;

        Reliability(String meaning) {
            this.meaning = meaning;
        }

        /** For example "A, completely reliable". */
        public String label() {
            return name() + ", " + meaning;
        }
    }
}
