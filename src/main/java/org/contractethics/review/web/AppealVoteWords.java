package org.contractethics.review.web;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.Appeal.NamedVote;
import org.contractethics.review.internal.Appeals;

/** The named votes on an appeal in words; those that count no longer are shown and say so (H2). */
final class AppealVoteWords {

    private AppealVoteWords() {}

    static void tell(Statement.Builder told, UUID appeal, Appeals appeals, PeopleDirectory people) {
        Set<String> counting =
                appeals.validVotes(appeal).stream().map(NamedVote::voter).collect(Collectors.toSet());
        appeals.votes(appeal)
                .forEach(vote -> told.line(
                        "Vote of " + people.displayName(vote.voter()),
                        vote.label() + ". " + vote.reasons()
                                + (counting.contains(vote.voter())
                                        ? ""
                                        : " It does not count: they have a conflict of interest.")));
    }
}
