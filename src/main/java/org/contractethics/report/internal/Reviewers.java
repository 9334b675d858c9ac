package org.contractethics.report.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/** Who holds a role in reviews, and which trainings they completed, as the record tells. Whoever was erased stands for nobody. */
final class Reviewers {

    private static final Set<String> ROLES = Set.of(
            "TRIAGE_OFFICER",
            "HR_REVIEWER",
            "LEGAL_REVIEWER",
            "PRODUCT_EXPERT",
            "EXTERNAL_EXPERT",
            "EMPLOYEE_PANELIST",
            "PANEL_CHAIR");
    private static final String HELD = "held";

    private final Map<String, Reviewer> people = new LinkedHashMap<>();

    /** One person, by roles and by titles of trainings. */
    static final class Reviewer {

        private final Map<String, Changes> roles = new LinkedHashMap<>();
        private final Map<String, Changes> trainings = new LinkedHashMap<>();

        /** The entry that gave them a role they hold at the moment; empty where they hold none. */
        Optional<Mark> activeAt(Instant moment) {
            return at(roles, moment)
                    .filter(role -> role.value().equals(HELD))
                    .map(Changes.Change::mark)
                    .findFirst();
        }

        /** The last day on which they completed a training, as was said before the moment. */
        Optional<LocalDate> trainedBefore(Instant moment) {
            return at(trainings, moment)
                    .flatMap(said -> day(said.value()).stream())
                    .max(LocalDate::compareTo);
        }

        private static Stream<Changes.Change> at(Map<String, Changes> changes, Instant moment) {
            return changes.values().stream().flatMap(one -> Stream.ofNullable(one.at(moment)));
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    Collection<Reviewer> all() {
        return people.values();
    }

    void rolesChanged(RecordEntry entry) {
        for (Object one : entry.list("changes")) {
            if (one instanceof Map<?, ?> change && change.get("person") instanceof String person && isKnown(person)) {
                become(person, change.get("gained"), HELD, Mark.of(entry));
                become(person, change.get("lost"), "lost", Mark.of(entry));
            }
        }
    }

    private void become(String person, @Nullable Object roles, String state, Mark mark) {
        if (roles instanceof List<?> list) {
            list.stream().map(String::valueOf).filter(ROLES::contains).forEach(role -> reviewer(person)
                    .roles
                    .computeIfAbsent(role, name -> new Changes())
                    .add(state, mark));
        }
    }

    void trained(RecordEntry entry) {
        entry.text("person").filter(Reviewers::isKnown).ifPresent(person -> reviewer(person)
                .trainings
                .computeIfAbsent(entry.text("title").orElse(""), title -> new Changes())
                .add(entry.text("completedOn").orElse(""), Mark.of(entry)));
    }

    private Reviewer reviewer(String person) {
        return people.computeIfAbsent(person, name -> new Reviewer());
    }

    private static boolean isKnown(String person) {
        return !person.startsWith(RecordEntry.ERASED);
    }
}
