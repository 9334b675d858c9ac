package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.List;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;

/** Who has a part in a review is asked at every claim and every completion, so nothing is planned twice for it. */
class PeopleByKeptPlanIT {

    private static final int TIMES = 30;

    /** The driver prepares a statement at its fifth use; of a prepared one PostgreSQL plans the first five anew. */
    private static final int PLANNED_ANEW = 5;

    private final ReviewWorld world = new ReviewWorld();

    private record Plans(long anew, long kept) {}

    @Test
    void the_people_of_one_review_are_read_by_a_plan_that_is_kept() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        PeopleWithAPart people = new PeopleWithAPart(world.jdbc, world.reviews, world.rounds);

        Plans plans = world.inTransaction(() -> {
            for (int time = 0; time < TIMES; time++) {
                assertThat(people.in(List.of(review))).containsOnlyKeys(review);
            }
            return plans();
        });

        assertThat(plans.anew()).isLessThanOrEqualTo(PLANNED_ANEW);
        assertThat(plans.kept()).isGreaterThanOrEqualTo(TIMES - 2 * PLANNED_ANEW);
    }

    private Plans plans() {
        return world.jdbc
                .sql(
                        """
                        select custom_plans as anew, generic_plans as kept from pg_prepared_statements
                        where statement like 'with asked as materialized%'
                        """)
                .query(Plans.class)
                .single();
    }
}
