package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.panel.PanelMeeting.Case;
import org.contractethics.shared.Notice;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells alternates what they are, whoever comes in that they vote, an acting chair that they are one, and the chair where nobody is left. */
@Component
class PanelNotices {

    private final ContractRegister contracts;
    private final ChairOfPanel chair;
    private final PanelMeetings meetings;
    private final ApplicationEventPublisher events;

    PanelNotices(
            ContractRegister contracts, ChairOfPanel chair, PanelMeetings meetings, ApplicationEventPublisher events) {
        this.contracts = contracts;
        this.chair = chair;
        this.meetings = meetings;
        this.events = events;
    }

    /** The members themselves are told with the vote that opens; those of a later drawing come in between. */
    void drawn(ReviewCase review, PanelDraw draw, List<PanelMember> members) {
        Set<String> alternates = people(members, PanelMember::alternate);
        if (!alternates.isEmpty()) {
            publish(new Notice(
                    alternates,
                    Set.of(),
                    reference(review) + ": you are an alternate of the panel",
                    "You vote only if a seat becomes free; you are told when it does.",
                    panel(review.id())));
        }
        if (draw.number() > 1) {
            people(members, member -> !member.alternate()).forEach(person -> cameIn(review, person, draw.drawnAt()));
        }
        if (!draw.missing().isEmpty()) {
            incomplete(review, "Nobody could be drawn for: " + String.join(", ", draw.missing()) + ".");
        }
    }

    private static Set<String> people(List<PanelMember> members, Predicate<PanelMember> which) {
        return members.stream().filter(which).map(PanelMember::person).collect(Collectors.toCollection(TreeSet::new));
    }

    void cameIn(ReviewCase review, String person, Instant now) {
        publish(Notice.toPerson(
                person,
                reference(review) + ": you are on the panel now",
                "A seat of the panel became free and yours is the next lot. Please vote." + ahead(review, now),
                "/reviews/" + review.id() + "/stages/" + Stage.VOTE.taskKey()));
    }

    /** The meetings to which the others were invited before. */
    private String ahead(ReviewCase review, Instant now) {
        return meetings.of(review.id()).stream()
                .filter(meeting -> meeting.heldAt().isAfter(now))
                .filter(meeting -> meeting.cases().contains(new Case(review.id(), review.pass())))
                .sorted(Comparator.comparing(PanelMeeting::heldAt))
                .map(meeting -> " The panel meets on " + Times.words(meeting.heldAt()) + ", " + meeting.place() + ".")
                .collect(Collectors.joining());
    }

    /** Whom the lot made acting chair. */
    void chairs(ReviewCase review, String person) {
        publish(Notice.toPerson(
                person,
                reference(review) + ": you are the acting chair of the panel",
                "Conflicts bar everybody who is a panel chair from this review, and the lot fell on you. You close the vote and fill"
                        + " empty seats; your own vote stays yours. Where a panel chair without a conflict is there again, they do it.",
                "/reviews/" + review.id() + "/stages/" + Stage.VOTE.taskKey()));
    }

    /** Whom the lot made acting chair after the vote. */
    void actsOutsideVotes(ReviewCase review, String person) {
        publish(Notice.toPerson(
                person,
                reference(review) + ": you act in the place of the panel chairs",
                "Conflicts bar everybody who is a panel chair from this contract, and the lot fell on you, who sat on its last panel. You"
                        + " propose on its suspension, restrict its services where that cannot wait, and record hearings.",
                "/contracts/" + review.contract()));
    }

    /** Told to the acting chair, who can fill the seats; to the panel chairs where nobody acts for them. */
    void incomplete(ReviewCase review, String why) {
        Optional<String> acting = chair.actingNow(review);
        publish(new Notice(
                acting.map(Set::of).orElse(Set.of()),
                acting.isPresent() ? Set.of() : Set.of(Role.PANEL_CHAIR),
                reference(review) + ": the panel is not complete",
                why + " The quorum stays as it is. The page of the panel says what you can do.",
                panel(review.id())));
    }

    private String reference(ReviewCase review) {
        return contracts.get(review.contract()).reference();
    }

    private static String panel(ReviewId review) {
        return "/reviews/" + review + "/panel";
    }

    private void publish(Notice notice) {
        events.publishEvent(notice);
    }
}
