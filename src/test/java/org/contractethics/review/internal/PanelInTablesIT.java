package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;

/** What the tables of drawn panels refuse, whoever asks. */
class PanelInTablesIT {

    /** The random number of the second drawing. */
    private static final String NONCE = "f".repeat(64);

    private static final List<String> PEOPLE = List.of("person.one", "person.two", "person.three", "person.four");

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void the_table_takes_only_the_seed_of_the_number_that_was_drawn_for_it() {
        ReviewId review = upToTheVote();
        String seed = seed(review, NONCE);
        String another = "e".repeat(64);

        draw(review, NONCE, seed, inOrder(seed));
        refusedDraw(review, NONCE, seed(review, another), "the seed does not follow from the number");
        refusedDraw(review, another, seed(review, another), "lots rest on the number that was drawn for them");
    }

    @Test
    void the_table_takes_no_drawing_by_the_recipe_of_before() {
        ReviewId review = upToTheVote();
        String seed = Sha256.hex(String.join("\n", review.toString(), "1", "2", root()));

        assertThatThrownBy(() -> world.jdbc
                        .sql(copy("null", quoted(seed), tickets(seed, inOrder(seed))))
                        .param("review", review.value())
                        .update())
                .hasMessageContaining("lots rest on the number that was drawn for them");
    }

    @Test
    void each_lot_follows_from_the_seed_and_the_urn_stands_in_their_order() {
        ReviewId review = upToTheVote();
        String seed = seed(review, NONCE);
        List<String> backwards = new ArrayList<>(inOrder(seed));
        Collections.reverse(backwards);

        assertThatThrownBy(() -> draw(review, NONCE, seed, backwards)).hasMessageContaining("in the order of the lots");
        assertThatThrownBy(() -> world.jdbc
                        .sql(copy(quoted(NONCE), quoted(seed), "urns"))
                        .param("review", review.value())
                        .update())
                .hasMessageContaining("a lot does not follow from the seed");
    }

    @Test
    void only_the_lowest_lots_sit_and_the_next_are_alternates() {
        ReviewId review = upToTheVote();
        String seed = seed(review, NONCE);
        List<String> urn = inOrder(seed);
        draw(review, NONCE, seed, urn);

        refusedSeat(review, urn.get(1), seed, "MEMBER", 1);
        refusedSeat(review, urn.get(1), seed, "MEMBER", 0);
        refusedSeat(review, "carlos.diaz", seed, "MEMBER", 0);
        refusedSeat(review, urn.get(0), "another seed", "MEMBER", 0);
        seat(review, urn.get(0), seed, "MEMBER", 0);
        refusedSeat(review, urn.get(2), seed, "ALTERNATE", 2);
        seat(review, urn.get(1), seed, "ALTERNATE", 1);
        refusedSeat(review, urn.get(2), seed, "MEMBER", 2);
        seat(review, urn.get(2), seed, "ALTERNATE", 2);
    }

    @Test
    void an_urn_holds_only_whose_term_was_kept_when_the_review_was_opened() {
        term("amir.haddad", "current_date - 1", "now() - interval '1 minute'");
        ReviewId review = upToTheVote();
        String seed = seed(review, NONCE);
        for (String late : PEOPLE) {
            term(late, "current_date - 1", "now() + interval '1 hour'");
        }

        refusedDraw(review, NONCE, seed, "only terms that were kept when the review was opened count for its lots");
        draw(review, NONCE, seed, List.of("amir.haddad"));
    }

    private void term(String person, String from, String keptAt) {
        world.jdbc
                .sql(
                        """
                        insert into review.panel_term (id, person, role, from_day, until_day, basis, chosen_by, kept_by, kept_at)
                        values (gen_random_uuid(), :person, 'EMPLOYEE_PANELIST', %s, current_date + 90, 'ELECTED', 'All',
                            'ruth.castillo', %s)
                        """
                                .formatted(from, keptAt))
                .param("person", person)
                .update();
    }

    /** With a number for a second drawing, on the record of the first one. */
    private ReviewId upToTheVote() {
        ReviewId review = world.upToTheVote(serious());
        world.jdbc
                .sql(
                        """
                        insert into review.lot_nonce (review_id, pass, drawn_for, number, nonce, record_size, record_root, made_at)
                        select review_id, pass, 'PANEL', 2, :nonce, record_size, record_root, drawn_at
                        from review.panel_draw where review_id = :review
                        """)
                .param("nonce", NONCE)
                .param("review", review.value())
                .update();
        return review;
    }

    private String seed(ReviewId review, String nonce) {
        return Lots.seed(review, 1, 2, root(), nonce);
    }

    private String root() {
        return String.valueOf(world.last("panel-drawn").facts().get("recordRoot"));
    }

    private static List<String> inOrder(String seed) {
        return PEOPLE.stream()
                .sorted(Comparator.comparing(person -> Lots.lot(seed, person)))
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static String copy(String nonce, String seed, String urns) {
        return "insert into review.panel_draw (review_id, pass, number, tier, record_size, record_root, excluded, missing, drawn_at,"
                + " nonce, seed, urns) select review_id, pass, 2, tier, record_size, record_root, excluded, missing, drawn_at, "
                + nonce + ", " + seed + ", " + urns
                + " from review.panel_draw where review_id = :review and number = 1";
    }

    private void draw(ReviewId review, String nonce, String seed, List<String> urn) {
        world.jdbc
                .sql(copy(quoted(nonce), quoted(seed), tickets(seed, urn)))
                .param("review", review.value())
                .update();
    }

    private static String tickets(String seed, List<String> urn) {
        return urn.stream()
                .map(person -> "{\"person\": \"%s\", \"role\": \"EMPLOYEE_PANELIST\", \"lot\": \"%s\"}"
                        .formatted(person, Lots.lot(seed, person)))
                .collect(Collectors.joining(", ", "cast('{\"EMPLOYEE\": [", "]}' as jsonb)"));
    }

    private void refusedDraw(ReviewId review, String nonce, String seed, String because) {
        assertThatThrownBy(() -> draw(review, nonce, seed, inOrder(seed))).hasMessageContaining(because);
    }

    private void refusedSeat(ReviewId review, String person, String seed, String standing, int place) {
        assertThatThrownBy(() -> seat(review, person, seed, standing, place))
                .as(person + " " + standing + " " + place)
                .hasMessageContaining("the lot did not fall on this person");
    }

    private void seat(ReviewId review, String person, String seed, String standing, int place) {
        world.jdbc
                .sql(
                        """
                        insert into review.panel_member (review_id, pass, person, role, seat, standing, number, lot, place)
                        values (:review, 1, :person, 'EMPLOYEE_PANELIST', 'EMPLOYEE', :standing, 2, :lot, :place)
                        """)
                .param("review", review.value())
                .param("person", person)
                .param("standing", standing)
                .param("lot", Lots.lot(seed, person))
                .param("place", place)
                .update();
    }
}
