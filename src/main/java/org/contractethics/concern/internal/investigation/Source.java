package org.contractethics.concern.internal.investigation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a finding rests on: a document, or what somebody said.
 *
 * @param what in one line
 * @param day of the document or the talk
 */
public record Source(String what, LocalDate day, Reliability reliability) {

    private static final String SEPARATOR = "\t";

    /** How far a source can be relied on. */
    public enum Reliability {
        CONFIRMED("Confirmed by another source"),
        CREDIBLE("Credible, not confirmed"),
        DOUBTFUL("Doubtful");

        private final String label;

        Reliability(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }
    }

    public Source {
        what = what.replaceAll("\\s+", " ").strip();
    }

    /** One line for each, as they are sealed. */
    static String inLines(List<Source> sources) {
        return sources.stream()
                .map(source -> String.join(
                        SEPARATOR, source.day().toString(), source.reliability().name(), source.what()))
                .collect(Collectors.joining("\n"));
    }

    static List<Source> ofLines(String lines) {
        return Arrays.stream(lines.split("\n", -1))
                .map(line -> line.split(SEPARATOR, 3))
                .map(fields -> new Source(fields[2], LocalDate.parse(fields[0]), Reliability.valueOf(fields[1])))
                .toList();
    }
}
