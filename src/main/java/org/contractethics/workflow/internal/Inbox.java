package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.Concerns;
import org.contractethics.review.Delegations;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work list as one person sees it: what is there, and what they may do about each line. */
@Service
public class Inbox {

    private final InboxItems items;
    private final Eligibility eligibility;
    private final ForcedReturns forced;
    private final Reviews reviews;
    private final Concerns concerns;
    private final Delegations delegations;
    private final PeopleDirectory people;
    private final DayWords words;
    private final Clock clock;

    Inbox(
            InboxItems items,
            Eligibility eligibility,
            ForcedReturns forced,
            Reviews reviews,
            Concerns concerns,
            Delegations delegations,
            PeopleDirectory people,
            DayWords words,
            Clock clock) {
        this.items = items;
        this.eligibility = eligibility;
        this.forced = forced;
        this.reviews = reviews;
        this.concerns = concerns;
        this.delegations = delegations;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    /** What can be done about a line. */
    public enum Offer {
        CLAIM,
        OPEN,
        NONE
    }

    /**
     * @param holder who has it, in words: a name, "Unclaimed", or "Whole panel"
     * @param overdue whether its time is over
     * @param dueOn for example "24 Nov 2026"; null where there is no due date
     * @param dueIn for example "in 1 day", or since when the clock stands still; null where there is no due date or the task is done
     * @param note why there is nothing to do for this person, or what they did already; null where there is nothing to say
     * @param openConcerns concerns about the contract that wait for an answer; null for whoever does not weigh them, above all
     *     the account owner (H13)
     * @param mine whether the viewer holds it and could give it back
     * @param forced whether the viewer could take it back from whoever holds it
     */
    public record Line(
            InboxItem item,
            String holder,
            boolean overdue,
            @Nullable String dueOn,
            @Nullable String dueIn,
            Offer offer,
            @Nullable String note,
            @Nullable Integer openConcerns,
            boolean mine,
            boolean forced) {}

    /**
     * One page of lines.
     *
     * @param total those on all pages, at most {@link InboxQuery#MOST_COUNTED}
     * @param more whether there are more than that
     */
    public record Lines(List<Line> lines, int total, boolean more, int number, int pages) {}

    @Transactional(readOnly = true)
    public Lines page(InboxQuery query) {
        InboxPage page = items.page(
                query,
                concernsFor(query.viewer()),
                delegations.coveredBy(query.viewer().username()));
        Map<ContractId, Integer> counted = new HashMap<>();
        List<Line> lines = page.items().stream()
                .map(item -> line(item, query.viewer(), query.now(), counted))
                .toList();
        return new Lines(
                lines,
                Math.min(page.total(), InboxQuery.MOST_COUNTED),
                page.total() > InboxQuery.MOST_COUNTED,
                page.number(),
                page.pages());
    }

    /** Agencies to narrow the view by, among the tasks that come first in it. */
    @Transactional(readOnly = true)
    public List<String> agencies(Actor viewer, View view) {
        InboxQuery query = new InboxQuery(viewer, view, InboxFilter.NONE, Sort.DUE, 1, clock.instant());
        return items.agencies(query, concernsFor(viewer), delegations.coveredBy(viewer.username()));
    }

    private Set<UUID> concernsFor(Actor viewer) {
        return viewer.hasAny(Role.OMBUDS, Role.BOARD_COMMITTEE)
                ? items.concernsFor(viewer.username()).stream()
                        .filter(concern -> concerns.mayHandle(new ConcernId(concern), viewer))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** The open review tasks of a contract, with what the viewer may do about each. */
    @Transactional(readOnly = true)
    public List<Line> openOn(ContractId contract, Actor viewer) {
        Instant now = clock.instant();
        return items.openReviewsOf(contract).stream()
                .map(item -> line(item, viewer, now, new HashMap<>()))
                .toList();
    }

    private Line line(InboxItem item, Actor viewer, Instant now, Map<ContractId, Integer> counted) {
        Standing standing = standing(item, viewer);
        Instant due = item.dueAt();
        ContractLine contract = item.contract();
        return new Line(
                item,
                holder(item),
                item.overdue(now),
                due == null ? null : words.day(due),
                due == null || item.done() ? null : left(item, due, now),
                standing.offer(),
                standing.note(),
                contract != null && weighsConcerns(item, standing)
                        ? counted.computeIfAbsent(contract.id(), id -> concerns.openOn(id, viewer))
                        : null,
                viewer.username().equals(item.assignee()) && !item.done(),
                forced.offered(item, viewer, now));
    }

    private String left(InboxItem item, Instant due, Instant now) {
        Instant stopped = item.stoppedAt();
        return stopped == null ? words.distance(due, now) : "clock stopped since " + words.day(stopped);
    }

    private static boolean weighsConcerns(InboxItem item, Standing standing) {
        return item.kind() == Subject.REVIEW
                && standing.offer() != Offer.NONE
                && ProcessNames.stage(item.taskKey()) != Stage.CLARIFICATION;
    }

    private record Standing(Offer offer, @Nullable String note) {}

    private Standing standing(InboxItem item, Actor viewer) {
        if (item.done()) {
            return new Standing(Offer.NONE, null);
        }
        if (viewer.username().equals(item.assignee())) {
            return new Standing(Offer.OPEN, null);
        }
        if (item.assignee() != null) {
            return standingIn(item, item.assignee(), viewer);
        }
        if (item.shared() && reviews.hasVoted(new ReviewId(item.subject()), viewer)) {
            return new Standing(Offer.OPEN, "You have voted");
        }
        List<String> objections = eligibility.objections(item, viewer);
        if (!objections.isEmpty()) {
            return new Standing(Offer.NONE, objections.get(0));
        }
        return new Standing(item.shared() ? Offer.OPEN : Offer.CLAIM, null);
    }

    /** Held by somebody else; only their delegate may do it meanwhile, and only where nothing speaks against the delegate. */
    private Standing standingIn(InboxItem item, String holder, Actor viewer) {
        if (item.kind() != Subject.REVIEW
                || !delegations.coveredBy(viewer.username()).contains(holder)) {
            return new Standing(Offer.NONE, null);
        }
        List<String> objections = eligibility.objections(item, viewer);
        return objections.isEmpty()
                ? new Standing(Offer.OPEN, "On behalf of " + people.displayName(holder))
                : new Standing(Offer.NONE, objections.get(0));
    }

    private String holder(InboxItem item) {
        if (item.shared()) {
            return "Whole panel";
        }
        String person = item.done() ? item.completedBy() : item.assignee();
        return person == null ? "Unclaimed" : people.displayName(person);
    }
}
