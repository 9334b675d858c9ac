package org.contractethics.review.web;

import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.Appeal;
import org.contractethics.review.internal.AppealJoinings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** The reasons of those who joined an appeal, in words; not of the ombuds where the viewer must not learn of the concern (H13). */
@Component
class JoinedAppealWords {

    private final AppealJoinings joinings;
    private final WithheldAppeals withheld;
    private final PeopleDirectory people;

    JoinedAppealWords(AppealJoinings joinings, WithheldAppeals withheld, PeopleDirectory people) {
        this.joinings = joinings;
        this.withheld = withheld;
        this.people = people;
    }

    void tell(Statement.Builder told, Appeal appeal, Actor viewer) {
        joinings.of(appeal.id()).stream()
                .filter(joining -> !withheld.from(viewer, joining))
                .forEach(joining -> told.line(
                                "Joined by",
                                people.displayName(joining.person()) + ", "
                                        + joining.joinedAs().label() + ", " + Times.words(joining.joinedAt()))
                        .line("Reasons for joining", joining.reasons()));
    }
}
