package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.TableOwner;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.review.internal.panel.DrawingActingChair;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/** The commands that the page of a panel prints, run as they stand there, draw what the record holds. */
@IntegrationTest
class DrawingAgainIT {

    private static final Pattern COMMAND = Pattern.compile("<code>(printf [^<]*)</code>");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final RecordReader record;
    private final DrawingActingChair chairs;

    @Autowired
    DrawingAgainIT(MockMvcTester mvc, BegunReviews begun, RecordReader record, DrawingActingChair chairs) {
        this.mvc = mvc;
        this.begun = begun;
        this.record = record;
        this.chairs = chairs;
    }

    @Test
    void a_panel_is_drawn_again_by_the_printed_commands() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        RecordEntry drawn = only(vote, "panel-drawn");

        List<String> commands = commands(vote);

        assertThat(commands).hasSize(3);
        assertThat(run(commands.get(0))).isEqualTo(commitment(vote, "PANEL", drawn));
        assertThat(run(commands.get(1))).isEqualTo(drawn.text("seed").orElseThrow());
        assertThat(lowest(drawn, "LEGAL", commands.get(2))).isEqualTo(member(drawn, "LEGAL"));
    }

    @Test
    void an_acting_chair_is_drawn_again_by_the_printed_commands() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        vote.hands()
                .post(
                        "ruth.castillo",
                        "/reviews/" + vote.review() + "/conflict",
                        Map.of("stage", "vote", "interest", "SHARES"));
        chairs.run();
        RecordEntry drawn = only(vote, "acting-chair-drawn");

        List<String> commands = commands(vote);

        assertThat(commands).hasSize(6);
        assertThat(run(commands.get(3))).isEqualTo(commitment(vote, "ACTING_CHAIR", drawn));
        assertThat(run(commands.get(4))).isEqualTo(drawn.text("seed").orElseThrow());
        assertThat(lowest(drawn.list("urn"), commands.get(5)))
                .isEqualTo(drawn.text("person").orElseThrow());
    }

    @Test
    void a_drawing_of_before_is_drawn_again_by_the_recipe_of_before() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        RecordEntry drawn = only(vote, "panel-drawn");
        String root = drawn.text("recordRoot").orElseThrow();
        String seed = Sha256.hex(String.join("\n", vote.review().toString(), "1", "2", root));
        TableOwner.executes(
                """
                alter table review.panel_draw disable trigger user;
                insert into review.panel_draw (review_id, pass, number, tier, record_size, record_root, seed, urns, excluded, missing, drawn_at)
                select review_id, pass, 2, tier, record_size, record_root, '%s', urns, excluded, missing, drawn_at
                from review.panel_draw where review_id = '%s' and number = 1;
                alter table review.panel_draw enable trigger user"""
                        .formatted(seed, vote.review()));

        List<String> commands = commands(vote);

        assertThat(commands).hasSize(5);
        assertThat(run(commands.get(3))).isEqualTo(seed);
        assertThat(run(commands.get(4))).isEqualTo(Sha256.hex(seed + "\naccount.name"));
    }

    private List<String> commands(Begun vote) throws Exception {
        Matcher found = COMMAND.matcher(vote.hands().page("august.lund", "/reviews/" + vote.review() + "/panel"));
        List<String> commands = new ArrayList<>();
        while (found.find()) {
            commands.add(HtmlUtils.htmlUnescape(found.group(1)));
        }
        return commands;
    }

    private static String run(String command) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", command).start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).as(command).matches("[0-9a-f]{64} .*\\s*");
            return said.substring(0, 64);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecordEntry only(Begun vote, String kind) {
        List<RecordEntry> found = entries(vote, kind);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<RecordEntry> entries(Begun vote, String kind) {
        return record.newest(new EntryFilter(kind, null, vote.contract(), null, null, null), Long.MAX_VALUE, 5);
    }

    /** Of the only entry that seals a number for this drawing; it stands before the drawing. */
    private String commitment(Begun vote, String drawnFor, RecordEntry drawn) {
        List<RecordEntry> found = entries(vote, "lot-nonce-committed").stream()
                .filter(entry -> entry.text("drawnFor").orElseThrow().equals(drawnFor))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).index()).isLessThan(drawn.index());
        return found.get(0).text("commitment").orElseThrow();
    }

    private static String lowest(RecordEntry drawn, String seat, String command) {
        Map<?, ?> urns = (Map<?, ?>) Objects.requireNonNull(drawn.facts().get("urns"));
        return lowest((List<?>) Objects.requireNonNull(urns.get(seat)), command);
    }

    private static String lowest(List<?> urn, String command) {
        return urn.stream()
                .map(ticket -> String.valueOf(((Map<?, ?>) ticket).get("person")))
                .min(Comparator.comparing(person -> run(command.replace("account.name", person))))
                .orElseThrow();
    }

    private static String member(RecordEntry drawn, String seat) {
        return drawn.list("members").stream()
                .map(member -> (Map<?, ?>) member)
                .filter(member -> seat.equals(member.get("seat")))
                .map(member -> String.valueOf(member.get("person")))
                .findFirst()
                .orElseThrow();
    }
}
