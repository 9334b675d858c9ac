package org.contractethics.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.screening.internal.ScreeningWorld.DAY;
import static org.contractethics.screening.internal.ScreeningWorld.LEO;
import static org.contractethics.screening.internal.ScreeningWorld.PRIYA;
import static org.contractethics.screening.internal.ScreeningWorld.fillers;
import static org.contractethics.screening.internal.ScreeningWorld.row;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.contractethics.screening.Screenings.ContractScreening;
import org.contractethics.screening.internal.AnsweringHits.Opinion;
import org.contractethics.screening.internal.Hit.Verdict;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.screening.internal.matching.Match;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hits come and go with parties and lists; a clearance holds for what it was given for, and no longer. */
class ScreeningContractsIT {

    private static final String LISTED = "Zorvanek Kheshtari Trading House";
    private static final String WHY = "Another firm: its register number and its seat are others.";

    private final ScreeningWorld world = new ScreeningWorld();
    private final UUID list = world.aSource();

    @BeforeEach
    void aResellerOfAListedName() {
        world.register.resellers(LISTED, "Plain Office Supplies");
        world.load(list, DAY, fillers(20, row("E1", LISTED, "old")));
        world.screen();
    }

    @Test
    void a_hit_keeps_all_that_its_score_is_made_of() {
        Hit hit = only();

        assertThat(hit.role()).isEqualTo(PartyRole.RESELLER);
        assertThat(hit.party()).isEqualTo(LISTED);
        assertThat(hit.band()).isEqualTo(Band.STRONG);
        assertThat(hit.entry().programmes()).containsExactly("SDGT");
        assertThat(hit.listHash())
                .isEqualTo(world.lists.inForce(list).orElseThrow().sha256());
        assertThat(hit.entryHash()).isEqualTo(hit.entry().hash());
        assertThat(Match.recompute(hit.tokens(), hit.adjustment())).isCloseTo(hit.score(), Offset.offset(0.001));
    }

    @Test
    void a_second_screening_of_the_same_raises_nothing() {
        int before = world.kinds().size();

        world.screen();
        world.load(list, DAY, fillers(20, row("E1", LISTED, "old")));
        world.screen();

        assertThat(world.kinds()).hasSize(before);
        assertThat(world.hits()).hasSize(1);
    }

    @Test
    void a_hit_is_closed_when_the_entry_leaves_the_list_or_the_party_the_contract() {
        world.load(list, DAY, fillers(21));
        world.screen();
        assertThat(only().closedWhy()).isEqualTo("ENTRY_GONE");

        world.load(list, DAY, fillers(21, row("E1", LISTED, "back")));
        world.screen();
        world.register.resellers("Plain Office Supplies");
        world.screen();
        assertThat(world.hits()).extracting(Hit::closedWhy).containsExactlyInAnyOrder("ENTRY_GONE", "PARTY_GONE");
    }

    @Test
    void no_list_in_force_is_no_screening_and_a_list_without_a_version_was_not_asked() {
        ScreeningWorld empty = new ScreeningWorld();
        empty.aSource();
        empty.screen();
        assertThat(empty.reading.of(empty.register.contract.id()).words())
                .singleElement()
                .asString()
                .contains("never screened");

        world.aSource();
        world.screen();
        assertThat(world.reading.of(world.register.contract.id()).words())
                .anySatisfy(words -> assertThat(words).contains("not screened against"));
    }

    @Test
    void silence_names_the_lists_and_clears_nobody_and_a_stale_list_says_so() {
        world.register.resellers("Plain Office Supplies");
        world.screen();
        world.clock.forward(Duration.ofDays(40));

        ContractScreening found = world.reading.of(world.register.contract.id());

        assertThat(String.join(" ", found.words()))
                .contains("of 1 Nov 2026", "stale since 2 Dec 2026", "clears nobody");
        assertThat(found.barsDenial()).isFalse();
    }

    @Test
    void a_strong_hit_is_cleared_by_two_and_bars_a_denial_until_then() {
        assertThat(bars()).isTrue();
        clear(PRIYA);
        assertThat(only().state()).isEqualTo(HitState.WAITING);
        assertThat(bars()).isTrue();

        assertThatThrownBy(() -> world.approve(only(), true, PRIYA)).hasMessageContaining("Somebody else");
        assertThatThrownBy(() -> approvedInTables("priya.raman")).hasMessageContaining("a clearance of their own");
        world.approve(only(), true, LEO);

        assertThat(only().state()).isEqualTo(HitState.CLEARED);
        assertThat(bars()).isFalse();
    }

    @Test
    void a_clearance_that_the_second_person_refuses_leaves_the_hit_open() {
        clear(PRIYA);
        world.approve(only(), false, LEO);

        assertThat(only().state()).isEqualTo(HitState.OPEN);
    }

    @Test
    void a_clearance_stays_while_nothing_changes_and_ends_with_the_entry_or_its_day() {
        cleared();
        world.load(list, DAY, fillers(21, row("E1", LISTED, "old")));
        world.screen();
        assertThat(only().state()).as("another entry changed").isEqualTo(HitState.CLEARED);

        world.load(list, DAY, fillers(21, row("E1", LISTED, "new remark")));
        world.screen();
        assertThat(only().state()).as("this entry changed").isEqualTo(HitState.OPEN);

        cleared();
        world.clock.forward(Duration.ofDays(31));
        assertThat(only().state()).as("its day is over").isEqualTo(HitState.OPEN);
    }

    @Test
    void a_party_that_is_called_otherwise_is_another_hit() {
        cleared();
        world.register.resellers(LISTED + " Ltd");
        world.screen();

        assertThat(world.hits()).extracting(Hit::state).containsExactlyInAnyOrder(HitState.OPEN, HitState.CLOSED);
    }

    @Test
    void a_confirmed_hit_bars_a_denial() {
        world.answer(only(), new Opinion(Verdict.CONFIRMED, WHY, null, 1, 0), PRIYA);

        assertThat(only().state()).isEqualTo(HitState.CONFIRMED);
        assertThat(bars()).isTrue();
    }

    @Test
    void an_answer_says_why_and_a_clearance_until_when() {
        Hit hit = only();

        assertThatThrownBy(() -> world.answer(hit, new Opinion(null, "x", null, 1, 0), PRIYA))
                .hasMessageContaining("Choose whether")
                .hasMessageContaining("Say in words why");
        assertThatThrownBy(() -> world.answer(
                        hit,
                        new Opinion(Verdict.CLEARED, WHY, DAY.plusMonths(12).plusDays(2), 1, 0),
                        PRIYA))
                .hasMessageContaining("at most 12 months");
        assertThatThrownBy(() -> world.answer(hit, new Opinion(Verdict.CONFIRMED, WHY, null, 1, 1), PRIYA))
                .hasMessageContaining("changed since");
        assertThatThrownBy(() -> answeredInTables("2028-01-01")).hasMessageContaining("answer_check");
    }

    @Test
    void nobody_who_is_kept_from_the_contract_learns_of_a_hit_or_answers_it() {
        Hit hit = only();
        world.kept.put(world.register.contract.id(), Set.of("priya.raman"));
        Actor sofia = new Actor("sofia.marin", "Sofia Marin", Set.of(Role.SUBMITTER, Role.LEGAL_REVIEWER));
        Actor dana = new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER));

        for (Actor barred : new Actor[] {PRIYA, sofia}) {
            assertThat(world.reading.of(world.register.contract.id(), barred)).isEmpty();
            assertThat(world.reading.all(null, null, barred)).isEmpty();
            assertThatThrownBy(() -> world.answer(hit, new Opinion(Verdict.CONFIRMED, WHY, null, 1, 0), barred))
                    .isInstanceOf(Refused.class);
        }
        assertThat(world.reading.of(world.register.contract.id(), dana)).isPresent();
        assertThatThrownBy(() -> world.answer(hit, new Opinion(Verdict.CONFIRMED, WHY, null, 1, 0), dana))
                .hasMessageContaining("legal reviewers");
    }

    @Test
    void the_database_keeps_hits_evidence_and_answers() {
        cleared();

        for (String table : new String[] {"run", "run_list", "hit", "evidence", "answer", "approval"}) {
            assertThatThrownBy(() ->
                            world.jdbc.sql("delete from screening." + table).update())
                    .as(table)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into screening.hit select gen_random_uuid(), contract_id, role, party, kind, countries, party_hash,
                                    source_id, entry_id, run_id, opened_at from screening.hit
                                """)
                        .update())
                .hasMessageContaining("a hit already");
    }

    private Hit only() {
        return world.hits().get(0);
    }

    private boolean bars() {
        return world.reading.of(world.register.contract.id()).barsDenial();
    }

    private void clear(Actor by) {
        Hit hit = only();
        world.answer(
                hit,
                new Opinion(
                        Verdict.CLEARED,
                        WHY,
                        LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC)
                                .plusDays(30),
                        hit.evidence(),
                        hit.seen()),
                by);
    }

    private void cleared() {
        clear(PRIYA);
        world.approve(only(), true, LEO);
    }

    private void approvedInTables(String person) {
        world.jdbc
                .sql(
                        """
                        insert into screening.approval (hit_id, number, approved, reason, decided_by, decided_at)
                        values (:hit, 1, true, 'as I said', :person, :now)
                        """)
                .param("hit", only().id())
                .param("person", person)
                .param("now", Timestamp.from(world.clock.instant()))
                .update();
    }

    private void answeredInTables(String endsOn) {
        world.jdbc
                .sql(
                        """
                        insert into screening.answer (hit_id, number, verdict, evidence, reason, ends_on, answered_by, answered_at)
                        values (:hit, 1, 'CLEARED', 1, :why, cast(:ends as date), 'priya.raman', :now)
                        """)
                .param("hit", only().id())
                .param("why", WHY)
                .param("ends", endsOn)
                .param("now", Timestamp.from(world.clock.instant()))
                .update();
    }
}
