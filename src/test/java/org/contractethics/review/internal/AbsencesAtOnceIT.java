package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.contractethics.review.internal.panel.DeclaringAbsence.NewAbsence;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Absences that are sent at the same moment: by a second click, or by two people who name each other. */
class AbsencesAtOnceIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_second_click_makes_no_second_absence() {
        List<CompletableFuture<Boolean>> clicks =
                IntStream.range(0, 6).mapToObj(click -> declared(DANA, "")).toList();

        assertThat(clicks.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(world.tables.absences().of(DANA.username())).hasSize(1);
    }

    @Test
    void two_people_do_not_stand_in_for_each_other_on_the_same_days() {
        CompletableFuture<Boolean> dana = declared(DANA, HELEN.username());
        CompletableFuture<Boolean> helen = declared(HELEN, DANA.username());

        assertThat(List.of(dana.join(), helen.join())).containsOnlyOnce(true);
    }

    @Test
    void the_database_takes_no_days_twice_and_no_delegate_who_is_away() {
        assertThat(declared(DANA, "").join()).isTrue();

        for (String people : List.of("'dana.whitfield', null", "'helen.okafor', 'dana.whitfield'")) {
            assertThatThrownBy(() -> world.jdbc
                            .sql("insert into review.absence (id, person, delegate, from_day, until_day, declared_at)"
                                    + " values (gen_random_uuid(), " + people + ", :day, :day, now())")
                            .param("day", today().plusDays(2))
                            .update())
                    .as(people)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("absent on some of these days already");
        }
    }

    private CompletableFuture<Boolean> declared(Actor person, String delegate) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                world.inTransaction(() -> world.panel()
                        .absence()
                        .declare(new NewAbsence(today(), today().plusDays(2), delegate), person));
                return true;
            } catch (Refused refused) {
                return false;
            }
        });
    }

    private LocalDate today() {
        return LocalDate.now(world.clock);
    }
}
