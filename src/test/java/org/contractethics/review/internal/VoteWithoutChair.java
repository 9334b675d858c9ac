package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;

/** A vote of five members whose only chair stepped back, after the system looked at it. */
record VoteWithoutChair(ReviewWorld world, ReviewId review) {

    static final String KIND = "acting-chair-drawn";
    static final List<Actor> MEMBERS = List.of(DANA, HELEN, LEO, AMIR, BEA);

    static VoteWithoutChair in(ReviewWorld world) {
        world.people.add(RUTH);
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, RUTH);
        world.panel().drawingChair().run();
        return new VoteWithoutChair(world, review);
    }

    /** All vote, four of them for conditions. */
    VoteWithoutChair voted() {
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        return this;
    }

    /** The member on whom the lot fell last. */
    Actor acting() {
        String person = String.valueOf(world.last(KIND).facts().get("person"));
        return MEMBERS.stream()
                .filter(member -> member.username().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** A member on whom it did not. */
    Actor other() {
        return MEMBERS.stream()
                .filter(member -> !member.equals(acting()))
                .findFirst()
                .orElseThrow();
    }

    static void refused(Refused.Kind kind, String because, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(because);
    }
}
