package org.contractethics.review.internal.discussion;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may say something, and what a comment must be. */
@Component
class CommentRules {

    private static final int LONGEST = 4_000;
    private static final int MOST_MENTIONS = 20;

    private final Participants participants;
    private final PeopleDirectory people;
    private final ConflictDeclarations declarations;

    CommentRules(Participants participants, PeopleDirectory people, ConflictDeclarations declarations) {
        this.participants = participants;
        this.people = people;
        this.declarations = declarations;
    }

    /** Whoever takes no part is told that there is nothing (H1, H2); whoever does signed that no interest stands behind it. */
    void demandPart(ReviewCase review, Actor actor) {
        if (!participants.mayRead(review, actor)) {
            throw Discussion.missing();
        }
        if (!participants.mayTalk(review, actor)) {
            throw Refused.notAllowed("Auditors read everything and write nothing.");
        }
        if (review.closed()) {
            throw Refused.conflict("This review is closed; its discussion stays as it is.");
        }
        declarations.demand(review.id(), actor.username());
    }

    /** What is wrong with a text; empty where nothing is. */
    List<FormProblem> problems(ReviewCase review, String said, boolean urgent) {
        List<String> problems = new ArrayList<>();
        if (said.isEmpty() || said.length() > LONGEST) {
            problems.add("Write a comment of 1 to 4,000 characters.");
        }
        List<String> mentioned = Mentions.in(said);
        List<Role> roles = Mentions.rolesIn(said);
        if (urgent && mentioned.isEmpty() && roles.isEmpty()) {
            problems.add("Mention whom it is urgent for, or leave the mark out.");
        }
        roles.stream()
                .filter(role -> participants.of(review, role).isEmpty())
                .forEach(role -> problems.add("Nobody takes part in this review as " + role.label() + "."));
        if (mentioned.size() > MOST_MENTIONS) {
            problems.add("Mention at most " + MOST_MENTIONS + " people.");
        } else {
            mentioned.forEach(username -> mention(review, username, problems));
        }
        return problems.stream()
                .map(problem -> new FormProblem("text", problem))
                .toList();
    }

    private void mention(ReviewCase review, String username, List<String> problems) {
        people.find(username)
                .ifPresentOrElse(
                        person -> {
                            if (!participants.mayRead(review, Participants.actor(person))) {
                                problems.add(person.displayName()
                                        + " takes no part in this review and would not see the comment.");
                            }
                        },
                        () -> problems.add("There is nobody with the account name " + username + "."));
    }
}
