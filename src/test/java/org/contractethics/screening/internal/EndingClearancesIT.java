package org.contractethics.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.screening.internal.ScreeningWorld.DAY;
import static org.contractethics.screening.internal.ScreeningWorld.LEO;
import static org.contractethics.screening.internal.ScreeningWorld.PRIYA;
import static org.contractethics.screening.internal.ScreeningWorld.fillers;
import static org.contractethics.screening.internal.ScreeningWorld.row;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.contractethics.screening.internal.AnsweringHits.Opinion;
import org.contractethics.screening.internal.Hit.Verdict;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody relies on a clearance that has ended without having been told. */
class EndingClearancesIT {

    private static final String LISTED = "Zorvanek Kheshtari Trading House";
    private static final String WHY = "Another firm: its register number and its seat are others.";
    private static final LocalDate LAST_DAY = DAY.plusDays(60);

    private final ScreeningWorld world = new ScreeningWorld();
    private final EndingClearances ending =
            new EndingClearances(world.jdbc, world.told::add, world.transaction, world.clock);

    @BeforeEach
    void aHitThatTwoCleared() {
        UUID list = world.aSource();
        world.register.resellers(LISTED);
        world.load(list, DAY, fillers(20, row("E1", LISTED, "old")));
        world.screen();
        answer(Verdict.CLEARED, LAST_DAY);
        world.approve(hit(), true, LEO);
    }

    @Test
    void legal_is_told_two_weeks_before_and_once_it_has_ended() {
        ending.run();
        assertThat(notices()).isEmpty();

        worldIsAt(LAST_DAY.minusDays(14));
        ending.run();
        ending.run();
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("A clearance of a hit ends within two weeks");
            assertThat(notice.roles()).containsExactly(Role.LEGAL_REVIEWER);
            assertThat(notice.text()).doesNotContain(LISTED);
        });

        worldIsAt(LAST_DAY);
        ending.run();
        assertThat(notices()).as("its last day still counts").hasSize(1);
        assertThat(hit().state()).isEqualTo(HitState.CLEARED);

        worldIsAt(LAST_DAY.plusDays(1));
        ending.run();
        ending.run();
        assertThat(notices())
                .extracting(Notice::title)
                .containsExactly("A clearance of a hit ends within two weeks", "A clearance of a hit has ended");
        assertThat(hit().state()).isEqualTo(HitState.OPEN);
        assertThat(world.reading.of(world.register.contract.id()).barsDenial()).isTrue();
    }

    @Test
    void what_was_cleared_anew_or_confirmed_is_not_told_of() {
        worldIsAt(LAST_DAY.minusDays(20));
        answer(Verdict.CLEARED, LAST_DAY.plusDays(100));
        world.approve(hit(), true, LEO);
        worldIsAt(LAST_DAY.plusDays(1));
        ending.run();
        assertThat(notices()).isEmpty();

        answer(Verdict.CONFIRMED, null);
        worldIsAt(LAST_DAY.plusDays(200));
        ending.run();
        assertThat(notices()).isEmpty();
    }

    @Test
    void what_was_told_stays_told() {
        worldIsAt(LAST_DAY);
        ending.run();

        assertThatThrownBy(() ->
                        world.jdbc.sql("delete from screening.clearance_told").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void answer(Verdict verdict, @Nullable LocalDate until) {
        Hit hit = hit();
        world.answer(hit, new Opinion(verdict, WHY, until, hit.evidence(), hit.seen()), PRIYA);
    }

    private Hit hit() {
        return world.hits().get(0);
    }

    private void worldIsAt(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
        world.clock.forward(Duration.ofDays(ChronoUnit.DAYS.between(today, day)));
    }

    private List<Notice> notices() {
        return world.told.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(notice -> notice.title().contains("clearance"))
                .toList();
    }
}
