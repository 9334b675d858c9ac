package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Those who handle concerns read their list page by page, and keep the filter while they turn pages; so do filers, and programs. */
@IntegrationTest
class ConcernListIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";

    private final ConcernHands hands;
    private final ApiCalls api;

    ConcernListIT(@Autowired MockMvcTester mvc, @Autowired Environment settings) {
        this.api = new ApiCalls(settings);
        this.hands = new ConcernHands(mvc);
    }

    @Test
    void a_long_list_has_pages_on_which_each_concern_stands_once() {
        List<String> filed =
                IntStream.range(0, 26).mapToObj(n -> file(Map.of())).toList();

        String first = body(hands.get("/concerns?show=open", OLGA));

        assertThat(rows(first)).isEqualTo(25);
        assertThat(first).contains("1–25 of ", "/concerns?show=open&amp;page=2", "aria-current=\"page\"");
        String all = hands.everyPageOfTheList(OLGA, "open");
        assertThat(filed).allSatisfy(id -> assertThat(all).containsOnlyOnce("/concerns/" + id + "\""));
    }

    @Test
    void a_filter_shows_where_a_concern_stands_and_nothing_else() {
        String open = file(Map.of());
        String answered = file(Map.of());
        hands.acknowledgeAndAsk(answered, OLGA);
        hands.close(answered, OLGA);
        String withdrawn = file(Map.of());
        sent(hands.post("/concerns/" + withdrawn + "/withdraw", ERIN, Map.of("sure", "yes")));

        assertThat(hands.everyPageOfTheList(OLGA, "all")).contains(open, answered, withdrawn);
        assertThat(hands.everyPageOfTheList(OLGA, "open")).contains(open).doesNotContain(answered, withdrawn);
        assertThat(hands.everyPageOfTheList(OLGA, "answered"))
                .contains(answered)
                .doesNotContain(open, withdrawn);
        assertThat(hands.everyPageOfTheList(OLGA, "withdrawn"))
                .contains(withdrawn)
                .doesNotContain(open, answered);
        assertThat(hands.everyPageOfTheList(OLGA, "overdue")).doesNotContain(open, answered, withdrawn);
    }

    @Test
    void what_is_no_filter_or_no_page_shows_the_nearest_list_there_is() {
        file(Map.of());

        assertThat(body(hands.get("/concerns?show=secret&page=0", OLGA))).contains("show=all\" aria-current=\"page\"");
        assertThat(rows(body(hands.get("/concerns?page=999999", OLGA)))).isPositive();
    }

    @Test
    void no_page_and_no_filter_shows_one_that_its_filer_keeps_from_its_reader() {
        String kept = file(Map.of("excluded", OLGA));

        Stream.of("all", "open", "overdue", "answered", "withdrawn")
                .forEach(
                        show -> assertThat(hands.everyPageOfTheList(OLGA, show)).doesNotContain(kept));
        assertThat(hands.everyPageOfTheList("george.tan", "open")).contains(kept);
    }

    @Test
    void filers_see_theirs_and_no_filter() {
        String mine = file(Map.of());

        assertThat(body(hands.get("/concerns?show=withdrawn&page=7", ERIN))).doesNotContain("Which concerns");
        assertThat(hands.everyPageOfFiled(ERIN)).containsOnlyOnce("/concerns/" + mine + "\"");
    }

    @Test
    void a_filer_turns_pages_too_and_finds_what_is_new_on_the_first() {
        String answered = file(Map.of());
        hands.acknowledgeAndAsk(answered, OLGA);
        hands.close(answered, OLGA);
        List<String> filed =
                IntStream.range(0, 26).mapToObj(n -> file(Map.of())).toList();

        String first = body(hands.get("/concerns?filed=0", ERIN));

        assertThat(rows(first)).isEqualTo(25);
        assertThat(first).contains("1–25 of ", "/concerns?filed=2#filed", "Pages of the concerns you filed", ">New<");
        String all = hands.everyPageOfFiled(ERIN);
        assertThat(filed).allSatisfy(id -> assertThat(all).containsOnlyOnce("/concerns/" + id + "\""));
        List<Boolean> old = Stream.of(all.split("data-label=\"Concern\"", -1))
                .skip(1)
                .map(row -> !row.contains(">New<"))
                .toList();
        assertThat(old).contains(true, false).isSorted();
        assertThat(rows(body(hands.get("/concerns?filed=999999", ERIN)))).isPositive();
        assertThat(hands.get("/concerns?filed=x", ERIN)).hasStatus(400);
        body(hands.get("/concerns/" + answered, ERIN));
    }

    @Test
    void programs_read_both_lists_page_by_page() {
        List<String> filed =
                IntStream.range(0, 26).mapToObj(n -> file(Map.of())).toList();

        for (String list : List.of("/api/concerns", "/api/concerns/handled")) {
            String reader = list.endsWith("handled") ? OLGA : ERIN;
            Answer first = api.get(reader, list);
            assertThat(first.status()).as(first.toString()).isEqualTo(200);
            assertThat(first.body().path("page").asInt()).isEqualTo(1);
            assertThat(first.body().path("pages").asInt()).isGreaterThan(1);
            assertThat(first.body().path("total").asInt()).isGreaterThan(25);
            assertThat(first.body().path("concerns")).hasSize(25);
            String all = ConcernHands.everyPage(api, reader, list);
            assertThat(filed).allSatisfy(id -> assertThat(all).containsOnlyOnce(id));
            assertThat(api.get(reader, list + "?page=0").status()).isEqualTo(400);
            Answer last = api.get(reader, list + "?page=999999");
            assertThat(last.body().path("page")).isEqualTo(last.body().path("pages"));
            assertThat(api.get(reader, list + "?page=x").status()).isEqualTo(400);
        }
    }

    private String file(Map<String, String> changed) {
        String id = UUID.randomUUID().toString();
        sent(hands.post("/concerns", ERIN, form(id, changed)));
        return id;
    }

    private static long rows(String page) {
        return page.split("data-label=\"Concern\"", -1).length - 1L;
    }
}
