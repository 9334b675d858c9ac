package org.contractethics.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.record.RecordEntry;

/** When the clock of a review stood still, because a question to the account owner was open. */
final class Stops {

    /** One stop; it lasts until it is known to have ended. */
    private record Stop(String stage, Instant from, Instant to) {

        boolean overlaps(Instant first, Instant last) {
            return from.isBefore(last) && to.isAfter(first);
        }

        Instant beginIn(Instant first) {
            return from.isBefore(first) ? first : from;
        }

        Instant endIn(Instant last) {
            return to.isAfter(last) ? last : to;
        }
    }

    private final List<Stop> ended = new ArrayList<>(0);
    private final Map<UUID, Stop> open = new HashMap<>(0);

    void begins(RecordEntry asked) {
        FactReader.id(asked, "questionId")
                .ifPresent(question ->
                        open.put(question, new Stop(FactReader.code(asked, "stage"), asked.occurredAt(), Instant.MAX)));
    }

    void ends(RecordEntry closed) {
        FactReader.id(closed, "questionId")
                .map(open::remove)
                .ifPresent(stop -> ended.add(new Stop(stop.stage(), stop.from(), closed.occurredAt())));
    }

    /** The whole review waited for the account owner, who was asked at the end of a pass. */
    void whole(Instant from, Instant to) {
        ended.add(new Stop("", from, to));
    }

    /** Whether the clock of the stage stood still at that moment. */
    boolean at(String stage, Instant moment) {
        return all().stream()
                .anyMatch(stop -> stop.stage().equals(stage)
                        && !stop.from().isAfter(moment)
                        && stop.to().isAfter(moment));
    }

    /** Hours of the stage that were no time of its own. */
    long hours(String stage, Instant first, Instant last) {
        return hours(in(stage, first, last), first, last);
    }

    /** Working days of the stage that were no time of its own. */
    int workingDays(String stage, Instant first, Instant last, WorkingDays days) {
        return workingDays(in(stage, first, last), first, last, days);
    }

    /** Hours in which the review waited for the account owner, whatever the stage. */
    long hours(Instant first, Instant last) {
        return hours(all(), first, last);
    }

    int workingDays(Instant first, Instant last, WorkingDays days) {
        return workingDays(all(), first, last, days);
    }

    private List<Stop> in(String stage, Instant first, Instant last) {
        return all().stream()
                .filter(stop -> stop.stage().equals(stage) && !stop.from().isBefore(first))
                .filter(stop -> stop.overlaps(first, last))
                .toList();
    }

    private List<Stop> all() {
        List<Stop> all = new ArrayList<>(ended);
        all.addAll(open.values());
        return all;
    }

    private static long hours(List<Stop> stops, Instant first, Instant last) {
        return stops.stream()
                .filter(stop -> stop.overlaps(first, last))
                .mapToLong(stop ->
                        Duration.between(stop.beginIn(first), stop.endIn(last)).toHours())
                .sum();
    }

    private static int workingDays(List<Stop> stops, Instant first, Instant last, WorkingDays days) {
        return stops.stream()
                .filter(stop -> stop.overlaps(first, last))
                .mapToInt(stop -> days.between(stop.beginIn(first), stop.endIn(last)))
                .sum();
    }
}
