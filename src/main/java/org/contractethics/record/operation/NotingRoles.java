package org.contractethics.record.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.record.operation.RolesChanged.Change;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Tells which people gained or lost which roles: every few minutes for all of them, and at once before somebody acts in a role that the
 * record does not know of. While the directory does not answer nobody loses anything.
 */
@Service
class NotingRoles implements RecurringWork {

    static final Duration EVERY = Duration.ofMinutes(5);

    /** The directory may be as old as a minute, on each node by itself: what was told a moment ago is not taken back by an older answer. */
    static final Duration SETTLED = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(NotingRoles.class);
    private static final int IN_ONE_ENTRY = 100;

    private final PeopleDirectory directory;
    private final RecordReader record;
    private final TellingOnce telling;
    private final Clock clock;
    private volatile Map<String, Set<Role>> known = Map.of();
    private volatile Instant due = Instant.MIN;

    NotingRoles(PeopleDirectory directory, RecordReader record, TellingOnce telling, Clock clock) {
        this.directory = directory;
        this.record = record;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!now.isBefore(due)) {
            due = now.plus(EVERY);
            try {
                Map<String, Set<Role>> held = held();
                tell(told -> changes(told, held));
            } catch (PeopleUnavailable down) {
                LOG.warn("roles are not compared: {}", down.getMessage());
            }
        }
    }

    /** Somebody is about to act. A role that is missing in their token is lost only when the directory says so. */
    void acts(Actor actor) {
        Set<Role> news = without(told(actor.roles()), known.getOrDefault(actor.username(), Set.of()));
        if (!news.isEmpty()) {
            tell(told -> {
                Set<Role> gained = without(news, told.of(actor.username()));
                return gained.isEmpty() ? List.of() : List.of(new Change(actor.username(), gained, Set.of()));
            });
        }
    }

    private void tell(Function<ToldRoles, List<Change>> compare) {
        telling.tell(() -> Parts.of(compare.apply(read()), IN_ONE_ENTRY).stream()
                .map(part -> new RolesChanged(clock.instant(), part))
                .toList());
        read();
    }

    private ToldRoles read() {
        ToldRoles told = new ToldRoles();
        record.each(EntryFilter.ofKind(RolesChanged.KIND), 0, record.head().size(), told::add);
        Map<String, Set<Role>> roles = new HashMap<>();
        told.people().forEach(person -> roles.put(person, told.of(person)));
        known = roles;
        return told;
    }

    /** Everybody enabled who holds such a role, asked role by role: of a large crowd the directory tells no other roles. */
    private Map<String, Set<Role>> held() {
        Map<String, Set<Role>> held = new HashMap<>();
        for (Role role : ToldRoles.TOLD) {
            directory.withRole(role).forEach(person -> held.computeIfAbsent(
                            person.username(), name -> EnumSet.noneOf(Role.class))
                    .add(role));
        }
        return held;
    }

    private List<Change> changes(ToldRoles told, Map<String, Set<Role>> held) {
        Instant settled = clock.instant().minus(SETTLED);
        Set<String> people = new TreeSet<>(told.people());
        people.addAll(held.keySet());
        List<Change> changes = new ArrayList<>();
        for (String person : people) {
            Set<Role> now = held.getOrDefault(person, Set.of());
            Set<Role> gained = without(now, told.of(person));
            Set<Role> lost = told.since(person).isAfter(settled) ? Set.of() : without(told.of(person), now);
            if (!gained.isEmpty() || !lost.isEmpty()) {
                changes.add(new Change(person, gained, lost));
            }
        }
        return changes;
    }

    private static Set<Role> told(Set<Role> roles) {
        Set<Role> told = new HashSet<>(roles);
        told.retainAll(ToldRoles.TOLD);
        return told;
    }

    private static Set<Role> without(Set<Role> roles, Set<Role> others) {
        Set<Role> rest = new HashSet<>(roles);
        rest.removeAll(others);
        return rest;
    }
}
