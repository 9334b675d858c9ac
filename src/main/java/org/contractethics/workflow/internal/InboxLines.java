package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.Concerns;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.workflow.internal.Inbox.Line;
import org.contractethics.workflow.internal.Inbox.Offer;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.contractethics.workflow.internal.Standings.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes lines of tasks for one person; what they may do about each is read for all of them together. */
@Component
class InboxLines {

    private final Eligibility eligibility;
    private final Standings standings;
    private final ForcedReturns forced;
    private final Concerns concerns;
    private final PeopleDirectory people;
    private final DayWords words;

    InboxLines(
            Eligibility eligibility,
            Standings standings,
            ForcedReturns forced,
            Concerns concerns,
            PeopleDirectory people,
            DayWords words) {
        this.eligibility = eligibility;
        this.standings = standings;
        this.forced = forced;
        this.concerns = concerns;
        this.people = people;
        this.words = words;
    }

    private record Judged(InboxItem item, Standing standing) {}

    /** @param absent those whose tasks the viewer may do today as their delegate */
    List<Line> of(List<InboxItem> items, Actor viewer, Set<String> absent, Instant now) {
        TaskRules rules =
                eligibility.on(items.stream().filter(item -> !item.done()).toList());
        List<Judged> judged = items.stream()
                .map(item -> new Judged(item, standings.of(item, viewer, absent, rules)))
                .toList();
        Map<ContractId, Integer> open =
                concerns.openOn(judged.stream().flatMap(InboxLines::weighed).collect(Collectors.toSet()), viewer);
        return judged.stream()
                .map(one ->
                        line(one, viewer, now, openConcerns(one, open), forced.offered(one.item(), viewer, now, rules)))
                .toList();
    }

    private Line line(Judged one, Actor viewer, Instant now, @Nullable Integer openConcerns, boolean forcedReturn) {
        InboxItem item = one.item();
        Instant due = item.dueAt();
        return new Line(
                item,
                holder(item),
                item.overdue(now),
                due == null ? null : words.day(due),
                due == null || item.done() ? null : left(item, due, now),
                one.standing().offer(),
                one.standing().note(),
                openConcerns,
                viewer.username().equals(item.assignee()) && !item.done(),
                forcedReturn);
    }

    private String left(InboxItem item, Instant due, Instant now) {
        Instant stopped = item.stoppedAt();
        return stopped == null ? words.distance(due, now) : "clock stopped since " + words.day(stopped);
    }

    private static @Nullable Integer openConcerns(Judged one, Map<ContractId, Integer> open) {
        return weighed(one)
                .findFirst()
                .map(contract -> open.getOrDefault(contract, 0))
                .orElse(null);
    }

    /** The contract whose concerns the viewer weighs in this task. */
    private static Stream<ContractId> weighed(Judged one) {
        boolean weighs = one.item().kind() == Subject.REVIEW
                && one.standing().offer() != Offer.NONE
                && ProcessNames.stage(one.item().taskKey()) != Stage.CLARIFICATION;
        return weighs ? Stream.ofNullable(one.item().contract()).map(ContractLine::id) : Stream.empty();
    }

    private String holder(InboxItem item) {
        if (item.shared()) {
            return "Whole panel";
        }
        String person = item.done() ? item.completedBy() : item.assignee();
        return person == null ? "Unclaimed" : people.displayName(person);
    }
}
