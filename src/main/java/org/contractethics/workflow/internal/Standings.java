package org.contractethics.workflow.internal;

import java.util.List;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.Inbox.Offer;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one person may do about tasks. */
@Component
class Standings {

    private static final Standing NOTHING_TO_DO = new Standing(Offer.NONE, null);

    private final PeopleDirectory people;

    Standings(PeopleDirectory people) {
        this.people = people;
    }

    /** @param note why there is nothing to do, or what was done already; null where there is nothing to say */
    record Standing(Offer offer, @Nullable String note) {}

    /** @param absent those whose tasks the viewer may do today as their delegate */
    Standing of(InboxItem item, Actor viewer, Set<String> absent, TaskRules rules) {
        String holder = item.assignee();
        if (item.done()) {
            return NOTHING_TO_DO;
        }
        if (viewer.username().equals(holder)) {
            return new Standing(Offer.OPEN, null);
        }
        if (holder != null) {
            return standingIn(item, holder, viewer, absent, rules);
        }
        if (rules.hasVoted(item, viewer)) {
            return new Standing(Offer.OPEN, "You have voted");
        }
        return unless(rules.objections(item, viewer), new Standing(item.shared() ? Offer.OPEN : Offer.CLAIM, null));
    }

    /** Held by somebody else; only their delegate may do it meanwhile, and only where nothing speaks against the delegate. */
    private Standing standingIn(InboxItem item, String holder, Actor viewer, Set<String> absent, TaskRules rules) {
        return item.kind() == Subject.REVIEW && absent.contains(holder)
                ? unless(
                        rules.objections(item, viewer),
                        new Standing(Offer.OPEN, "On behalf of " + people.displayName(holder)))
                : NOTHING_TO_DO;
    }

    private static Standing unless(List<String> objections, Standing standing) {
        return objections.isEmpty() ? standing : new Standing(Offer.NONE, objections.get(0));
    }
}
