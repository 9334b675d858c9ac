package org.contractethics.review.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.panel.PanelMember.Standing;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** The lots: the same for everybody who draws them, and no person's choice. */
class DrawingTests {

    private static final ReviewId REVIEW = ReviewId.valueOf("00000000-0000-4000-8000-000000000001");
    private static final String ROOT = "ab".repeat(32);
    private static final String NONCE = "ef".repeat(32);

    @Test
    void the_seed_and_the_lots_are_those_that_sha256sum_gives() {
        // printf '00000000-0000-4000-8000-000000000001\n1\n1\nabab…ab\nefef…ef' | sha256sum
        String seed = Lots.seed(REVIEW, 1, 1, ROOT, NONCE);

        assertThat(seed).isEqualTo("aed09470ac05599016555cdb1df5e7f1c6ef4567feb02cc7314f57aabe5fb36f");
        assertThat(Lots.lot(seed, "amir.haddad"))
                .isEqualTo("bf921a84439f5c10328d8f4140723ec1f7190ca313750ebe7de29a94b83dcd69");
    }

    @Test
    void an_acting_chair_is_drawn_from_a_seed_of_its_own() {
        // printf '00000000-0000-4000-8000-000000000001\n1\nacting chair\n1\nabab…ab\nefef…ef' | sha256sum
        assertThat(Lots.seedOfChair(REVIEW, 1, 1, ROOT, NONCE))
                .isEqualTo("0c382c53044c8ce6623923237fc9e80eee56ecd0ba931b92de76272e48405a36");
    }

    @Test
    void every_part_of_the_seed_changes_it() {
        String seed = Lots.seed(REVIEW, 1, 1, ROOT, NONCE);

        assertThat(List.of(
                        Lots.seed(REVIEW, 2, 1, ROOT, NONCE),
                        Lots.seed(REVIEW, 1, 2, ROOT, NONCE),
                        Lots.seed(REVIEW, 1, 1, "cd".repeat(32), NONCE),
                        Lots.seed(REVIEW, 1, 1, ROOT, "cd".repeat(32)),
                        Lots.seed(ReviewId.valueOf("00000000-0000-4000-8000-000000000002"), 1, 1, ROOT, NONCE)))
                .doesNotContain(seed)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_lowest_lots_sit_and_the_next_are_alternates_in_order() {
        String seed = Lots.seed(REVIEW, 1, 1, ROOT, NONCE);
        Map<String, String> byLot = new TreeMap<>();
        Map<String, Role> pool = pool(Role.EMPLOYEE_PANELIST, 9);
        pool.keySet().forEach(person -> byLot.put(Lots.lot(seed, person), person));
        Drawing drawing = new Drawing(seed, 1, 2);

        drawing.fill(Seat.EMPLOYEE, pool, 2);

        assertThat(drawing.members())
                .extracting(PanelMember::person)
                .containsExactlyElementsOf(List.copyOf(byLot.values()).subList(0, 4));
        assertThat(drawing.members())
                .extracting(PanelMember::standing)
                .containsExactly(Standing.MEMBER, Standing.MEMBER, Standing.ALTERNATE, Standing.ALTERNATE);
        assertThat(drawing.missing()).isEmpty();
    }

    @Test
    void the_order_in_which_people_are_known_changes_nothing() {
        String seed = Lots.seed(REVIEW, 1, 1, ROOT, NONCE);
        Map<String, Role> forwards = pool(Role.EMPLOYEE_PANELIST, 9);
        Map<String, Role> backwards = new TreeMap<>(java.util.Comparator.reverseOrder());
        backwards.putAll(forwards);
        Drawing one = new Drawing(seed, 1, 2);
        Drawing other = new Drawing(seed, 1, 2);

        one.fill(Seat.EMPLOYEE, forwards, 2);
        other.fill(Seat.EMPLOYEE, backwards, 2);

        assertThat(one.members()).isEqualTo(other.members());
    }

    @Test
    void experts_from_outside_sit_only_where_reviewers_of_the_company_are_too_few() {
        Map<String, Role> pool = pool(Role.EXTERNAL_EXPERT, 5);
        pool.put("dana.whitfield", Role.HR_REVIEWER);
        Drawing drawing = new Drawing(Lots.seed(REVIEW, 1, 1, ROOT, NONCE), 1, 0);

        drawing.fill(Seat.HUMAN_RIGHTS, pool, 2);

        assertThat(drawing.members())
                .extracting(PanelMember::role)
                .containsExactly(Role.HR_REVIEWER, Role.EXTERNAL_EXPERT);
    }

    @Test
    void nobody_sits_twice() {
        Map<String, Role> both = Map.of("leo.brandt", Role.LEGAL_REVIEWER);
        Drawing drawing = new Drawing(Lots.seed(REVIEW, 1, 1, ROOT, NONCE), 1, 2);

        drawing.fill(Seat.LEGAL, both, 1);
        drawing.fill(Seat.EMPLOYEE, Map.of("leo.brandt", Role.EMPLOYEE_PANELIST), 2);

        assertThat(drawing.members()).hasSize(1);
        assertThat(drawing.missing()).containsExactly("2 employee panelists");
    }

    @Test
    void a_panel_smaller_than_its_quorum_is_no_setting() {
        assertThatThrownBy(() -> new PanelSettings(0, 2, 1, 4, 2)).hasMessageContaining("employees-t3");
        assertThatThrownBy(() -> new PanelSettings(2, 1, 1, 4, 2)).hasMessageContaining("employees-t4");
        assertThatThrownBy(() -> new PanelSettings(2, 2, 0, 4, 2)).hasMessageContaining("legal-reviewers");
        assertThatThrownBy(() -> new PanelSettings(1, 2, 1, 2, 2)).hasMessageContaining("5 seats at least");
        assertThatThrownBy(() -> new PanelSettings(2, 2, 1, 2, -1)).hasMessageContaining("alternates");
        assertThat(new PanelSettings(1, 3, 1, 3, 0).seats(Tier.T4)).containsEntry(Seat.EMPLOYEE, 3);
    }

    private static Map<String, Role> pool(Role role, int size) {
        Map<String, Role> pool = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            pool.put("person." + i, role);
        }
        return pool;
    }
}
