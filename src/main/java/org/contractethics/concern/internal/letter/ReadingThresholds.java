package org.contractethics.concern.internal.letter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.contractethics.access.PeopleDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The thresholds and the headcount as every employee reads them, with who changed them and why. */
@Service
public class ReadingThresholds {

    private final ThresholdBook book;
    private final PeopleDirectory people;

    ReadingThresholds(ThresholdBook book, PeopleDirectory people) {
        this.book = book;
        this.people = people;
    }

    /** @param people how many that is today; null where it cannot be told */
    public record Line(Consequence consequence, String label, String threshold, @Nullable Integer people) {}

    public record Change(String label, String value, LocalDate on, String by, String reason) {}

    public List<Line> inForce() {
        return Arrays.stream(Consequence.values())
                .map(consequence -> new Line(
                        consequence,
                        consequence.label(),
                        book.inForce(consequence).inWords(),
                        book.people(consequence).isPresent()
                                ? book.people(consequence).getAsInt()
                                : null))
                .toList();
    }

    /** Null while nobody said it. */
    public @Nullable Integer headcount() {
        return book.headcount().isPresent() ? book.headcount().getAsInt() : null;
    }

    public List<Change> history() {
        return book.history().stream()
                .map(change -> new Change(
                        change.consequence().label(),
                        change.threshold().inWords(),
                        change.changedOn(),
                        people.displayName(change.changedBy()),
                        change.reason()))
                .toList();
    }

    public List<Change> headcounts() {
        return book.headcounts().stream()
                .map(count -> new Change(
                        "Headcount",
                        String.format(Locale.ROOT, "%,d people", count.people()),
                        count.changedOn(),
                        people.displayName(count.changedBy()),
                        count.reason()))
                .toList();
    }
}
