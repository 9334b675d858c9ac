package org.contractethics.workflow.internal;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.Concerns.Handling;
import org.contractethics.review.Delegations;
import org.contractethics.review.FollowUps;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work list as one person sees it: what is there, and what they may do about each line. */
@Service
public class Inbox {

    private final InboxItems items;
    private final InboxLines lines;
    private final Concerns concerns;
    private final Delegations delegations;
    private final FollowUps followUps;
    private final Eligibility eligibility;
    private final Clock clock;

    Inbox(
            InboxItems items,
            InboxLines lines,
            Concerns concerns,
            Delegations delegations,
            FollowUps followUps,
            Eligibility eligibility,
            Clock clock) {
        this.items = items;
        this.lines = lines;
        this.concerns = concerns;
        this.delegations = delegations;
        this.followUps = followUps;
        this.eligibility = eligibility;
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
     * @param dueIn for example "in 1 day"; null where there is no due date or the task is done
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
        InboxReach reach = reach(query.viewer());
        InboxPage page = items.page(query, reach);
        return new Lines(
                lines.of(page.items(), query.viewer(), reach.absent(), query.now()),
                Math.min(page.total(), InboxQuery.MOST_COUNTED),
                page.total() > InboxQuery.MOST_COUNTED,
                page.number(),
                page.pages());
    }

    /** Agencies to narrow the view by, among the tasks that come first in it. */
    @Transactional(readOnly = true)
    public List<String> agencies(Actor viewer, View view) {
        InboxQuery query = new InboxQuery(viewer, view, InboxFilter.NONE, Sort.DUE, 1, clock.instant());
        return items.agencies(query, reach(viewer));
    }

    private InboxReach reach(Actor viewer) {
        return new InboxReach(
                concernsFor(viewer), delegations.coveredBy(viewer.username()), followUps.inPlaceOfChairs(viewer));
    }

    private Set<UUID> concernsFor(Actor viewer) {
        if (!viewer.hasAny(Role.OMBUDS, Role.BOARD_COMMITTEE)) {
            return Set.of();
        }
        List<UUID> listed = items.concernsFor(viewer.username());
        Handling handling =
                concerns.handlingOf(listed.stream().map(ConcernId::new).toList());
        return listed.stream()
                .filter(concern -> handling.mayHandle(new ConcernId(concern), viewer))
                .collect(Collectors.toSet());
    }

    /** The open review tasks of a contract of which the viewer may learn, with what the viewer may do about each. */
    @Transactional(readOnly = true)
    public List<Line> openOn(ContractId contract, Actor viewer) {
        List<InboxItem> known = items.openReviewsOf(contract).stream()
                .filter(item -> eligibility.mayKnow(item, viewer))
                .toList();
        return lines.of(known, viewer, delegations.coveredBy(viewer.username()), clock.instant());
    }
}
