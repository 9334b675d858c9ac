package org.contractethics.workflow.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.review.CountedWork;
import org.contractethics.review.CountedWork.Kind;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much work in reviews and after their decisions each person has, votes for which they were drawn among it. The panel chair sees
 * everybody's, a reviewer the own. Concerns, and remedies of what they showed, are left out: who handles how many would tell of them (H13).
 */
@Service
public class Workload {

    public static final Duration LATELY = Duration.ofDays(30);

    /** Concerns (H13), what the account owner answers, and changes of the rules, which are no work in a review. */
    private static final String[] UNCOUNTED = {
        InboxItem.Subject.CONCERN.name(), InboxItem.Subject.QUESTION.name(), InboxItem.Subject.POLICY.name()
    };

    private final JdbcClient database;
    private final CountedWork reviews;
    private final PeopleDirectory people;
    private final Clock clock;

    Workload(JdbcClient database, CountedWork reviews, PeopleDirectory people, Clock clock) {
        this.database = database;
        this.reviews = reviews;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param open tasks held now, and votes still to be cast
     * @param overdue those of them whose time is over
     * @param done tasks finished, and votes cast that are opened by now, in the last 30 days
     */
    public record Load(String username, String name, int open, int overdue, int done) {}

    private record Count(String person, int open, int overdue, int done) {}

    /** By most open tasks; refused to whoever reviews nothing. */
    @Transactional(readOnly = true)
    public List<Load> seenBy(Actor viewer) {
        boolean chair = viewer.has(Role.PANEL_CHAIR);
        if (!chair && viewer.roles().stream().noneMatch(reviewing()::contains)) {
            throw Refused.notAllowed("The workload is shown to the panel chair and to reviewers.");
        }
        Map<String, Count> counts = counts();
        return (chair ? everybody(counts.keySet()) : Set.of(viewer.username()))
                .stream()
                        .map(person -> load(person, counts.getOrDefault(person, new Count(person, 0, 0, 0))))
                        .sorted(Comparator.comparingInt(Load::open).reversed().thenComparing(Load::name))
                        .toList();
    }

    private Load load(String person, Count count) {
        return new Load(person, people.displayName(person), count.open(), count.overdue(), count.done());
    }

    /** Also those who have nothing to do: the chair looks for them. */
    private Set<String> everybody(Set<String> counted) {
        Set<String> names = new TreeSet<>(counted);
        reviewing()
                .forEach(role ->
                        people.withRole(role).stream().map(Person::username).forEach(names::add));
        return names;
    }

    /** Roles that take part in some stage or follow-up; the account owner only answers questions. */
    private static Set<Role> reviewing() {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Stage.values()).forEach(stage -> roles.addAll(stage.candidates()));
        Arrays.stream(FollowUpStep.values()).forEach(step -> roles.addAll(step.candidates()));
        roles.remove(Role.SUBMITTER);
        return roles;
    }

    private Map<String, Count> counts() {
        Instant now = clock.instant();
        Instant since = now.minus(LATELY);
        List<CountedWork.Line> lines = reviews.since(since);
        return database
                .sql(
                        """
                        select person, sum(open) as open, sum(overdue) as overdue, sum(done) as done
                        from (
                            select assignee as person, count(*) as open, count(*) filter (where due_at < :now and stopped_at is null) as overdue, 0 as done
                            from workflow.inbox_item
                            where completed_at is null and assignee is not null and subject_kind <> all (:uncounted)
                              and task_key <> 'clarification' and subject_id <> all (:kept)
                            group by assignee
                            union all
                            select due.person, count(*), count(*) filter (where i.due_at < :now and i.stopped_at is null), 0
                            from unnest(:voters::text[], :votes::uuid[]) as due (person, review)
                            left join workflow.inbox_item i
                              on i.subject_id = due.review and i.task_key = 'vote' and i.completed_at is null
                            group by due.person
                            union all
                            select completed_by, 0, 0, count(*)
                            from workflow.inbox_item
                            where completed_at >= :since and completed_by is not null and subject_kind <> all (:uncounted)
                              and task_key <> 'clarification' and subject_id <> all (:kept)
                            group by completed_by
                            union all
                            select voted.person, 0, 0, count(*) from unnest(:voted::text[]) as voted (person) group by voted.person) counted
                        group by person
                        """)
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(since))
                .param("uncounted", UNCOUNTED)
                .param("kept", subjects(lines, Kind.REMEDY_OF_CONCERN))
                .param("voters", people(lines, Kind.VOTE_DUE))
                .param("votes", subjects(lines, Kind.VOTE_DUE))
                .param("voted", people(lines, Kind.VOTE_CAST))
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::person, count -> count, (one, other) -> one, HashMap::new));
    }

    private static UUID[] subjects(List<CountedWork.Line> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(CountedWork.Line::subject)
                .toArray(UUID[]::new);
    }

    private static String[] people(List<CountedWork.Line> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(CountedWork.Line::person)
                .toArray(String[]::new);
    }
}
