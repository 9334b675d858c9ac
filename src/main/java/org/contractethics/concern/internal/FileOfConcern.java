package org.contractethics.concern.internal;

import java.util.List;
import java.util.Locale;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Outcome;

/**
 * A file as its readers see it.
 *
 * @param number within the concern
 * @param message 0 where it came with the filing, else the number of the message
 * @param name as its sender called it; for those who handle the concern a number
 * @param extension of the copy; empty where there is none
 */
public record FileOfConcern(
        int number, int message, String name, String extension, int size, Outcome outcome, List<Found> found) {

    public FileOfConcern {
        found = List.copyOf(found);
    }

    /** What those who handle the concern know of it: its own name, its size and what was found in it could point to the filer. */
    FileOfConcern forHandlers() {
        return new FileOfConcern(number, message, savedAs(), extension, 0, outcome, List.of());
    }

    /** Whether there is a copy to read. */
    public boolean copied() {
        return outcome == Outcome.COPIED;
    }

    /** The name of the copy when it is saved: it says nothing. */
    public String savedAs() {
        return "attachment-" + number + (extension.isEmpty() ? "" : "." + extension);
    }

    /** How the name of the original ends, with the dot; empty where it ends in nothing that names a kind of file. */
    String originalEnding() {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && ending.matches("[a-z0-9]{1,5}") ? "." + ending : "";
    }

    /** Why there is no copy, in a sentence; empty where there is one. */
    public String notCopied() {
        return switch (outcome) {
            case COPIED -> "";
            case NOT_REBUILT -> "This kind of file is not rebuilt; it is kept as evidence only.";
            case LOCKED -> "Protected by a password; it is kept as evidence only.";
            case GIVEN_UP -> "Damaged, or built to harm whoever opens it; it is kept as evidence only.";
        };
    }
}
