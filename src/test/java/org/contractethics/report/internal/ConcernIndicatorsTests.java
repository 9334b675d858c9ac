package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The indicators of ISO 37002, 9.1.2, against what the test counts by itself. */
class ConcernIndicatorsTests {

    private static final Instant NOW = Instant.parse("2027-02-10T12:00:00Z");
    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));
    private static final Scope ASKED = new Scope(Q4, "T1", "nobody", NOW);

    private final Story story = new Story();
    private final Random random = new Random(7);
    private final List<Handled> all = new ArrayList<>();

    /** A concern as the test knows it. */
    private record Handled(
            String mode,
            String topic,
            LocalDate filed,
            @Nullable LocalDate acknowledged,
            @Nullable LocalDate answered) {}

    @Test
    void ways_in_topics_and_times_are_those_of_the_quarter_that_is_over() {
        for (int i = 0; i < 80; i++) {
            handled();
        }
        countedQ4();
        List<Handled> filed = all.stream().filter(one -> inQ4(one.filed())).toList();
        List<Handled> acknowledged =
                all.stream().filter(one -> inQ4(one.acknowledged())).toList();
        List<Handled> answered =
                all.stream().filter(one -> inQ4(one.answered())).toList();

        Tally ways = story.count(Figure.CONCERN_SOURCES, ASKED);
        assertThat(ways.total()).isEqualTo(filed.size());
        assertThat(ways.count("ANONYMOUS", null)).isEqualTo((int)
                filed.stream().filter(one -> one.mode().equals("ANONYMOUS")).count());
        assertThat(story.count(Figure.CONCERN_TOPICS, ASKED).count("HARM", null))
                .isEqualTo((int)
                        filed.stream().filter(one -> one.topic().equals("HARM")).count());
        Tally receipt = story.count(Figure.CONCERN_ACKNOWLEDGED, ASKED);
        assertThat(receipt.total()).isEqualTo(acknowledged.size());
        assertThat(receipt.count("late", null)).isEqualTo((int) acknowledged.stream()
                .filter(one -> days(one.filed(), one.acknowledged()) > 7)
                .count());
        List<Long> days = acknowledged.stream()
                .map(one -> days(one.filed(), one.acknowledged()))
                .sorted()
                .toList();
        assertThat(receipt.timing(null).medianHours()).isEqualTo(24 * days.get((days.size() + 1) / 2 - 1));
        assertThat(receipt.timing(null).p90Hours()).isEqualTo(24 * days.get((int) Math.ceil(days.size() * 0.9) - 1));
        Tally feedback = story.count(Figure.CONCERN_FEEDBACK, ASKED);
        assertThat(feedback.count("in-time", null)).isEqualTo((int) answered.stream()
                .filter(one -> !Objects.requireNonNull(one.answered())
                        .isAfter(one.filed().plusMonths(3)))
                .count());
    }

    @Test
    void the_last_word_is_the_answer_the_ruling_or_the_withdrawal() {
        UUID answered = at("2026-10-02", () -> story.concern("OPEN", "HARM"));
        UUID appealed = at("2026-10-02", () -> story.concern("OPEN", "HARM"));
        UUID ruled = at("2026-09-01", () -> story.concern("OPEN", "HARM"));
        UUID withdrawn = at("2026-11-01", () -> story.concern("OPEN", "HARM"));
        at("2026-11-12", () -> tell(answered, "answered"));
        at("2026-11-12", () -> tell(appealed, "answered"));
        at("2026-11-20", () -> tell(appealed, "appealed"));
        at("2026-09-20", () -> tell(ruled, "answered"));
        at("2026-09-25", () -> tell(ruled, "appealed"));
        at("2026-12-30", () -> tell(ruled, "appeal-decided"));
        at("2026-12-02", () -> tell(withdrawn, "withdrawn"));
        at("2027-01-20", () -> tell(appealed, "appeal-decided"));
        countedQ4();

        Tally closed = story.count(Figure.CONCERN_CLOSED, ASKED);

        assertThat(closed.count("answer", null)).isOne();
        assertThat(closed.count("ruling", null)).isOne();
        assertThat(closed.count("withdrawn", null)).isOne();
        assertThat(closed.timing("ruling").medianHours()).isEqualTo(24L * 120);
    }

    @Test
    void a_quarter_that_still_runs_is_not_told() {
        Instant december = Instant.parse("2026-12-30T12:00:00Z");
        Scope running = new Scope(Q4, null, null, december);
        at("2026-12-01", () -> story.concern("OPEN", "HARM"));

        assertThat(ConcernQuarter.of(running)).isEqualTo(Q4.before());
        assertThat(ConcernQuarter.of(ASKED)).isEqualTo(Q4);
        assertThat(ConcernQuarter.of(new Scope(Period.year(2030), null, null, NOW)))
                .isEqualTo(Q4);
        assertThat(story.count(Figure.CONCERN_SOURCES, running).total()).isZero();
    }

    @Test
    void what_was_done_because_of_a_concern_is_told_of_those_answered() {
        UUID held = at("2026-10-02", () -> story.concern("OPEN", "HARM"));
        UUID other = at("2026-10-02", () -> story.concern("OPEN", "HARM"));
        at("2026-10-03", () -> tell(held, "measure-taken"));
        at("2026-11-02", () -> tell(held, "answered"));
        at("2026-11-02", () -> tell(other, "answered"));
        countedQ4();

        Tally effects = story.count(Figure.CONCERN_EFFECTS, ASKED);

        assertThat(effects.count("change", null)).isOne();
        assertThat(effects.count("none", null)).isOne();
    }

    @Test
    void numbers_of_the_whole_quarter_come_from_its_entry_and_a_missing_entry_is_no_zero() {
        at("2026-08-02", () -> story.concern("OPEN", "HARM"));
        story.at("2027-01-01T00:05:00Z");
        story.counted("2026-10-01", Map.of("checkInsAsked", 30, "checkInsAnswered", 20, "outcomesSustained", 6));
        story.counted("2026-10-01", Map.of("checkInsAsked", 99));

        assertThat(texts(Figure.RETALIATION, ASKED)).startsWith("30", "20", "0", "0", "0");
        assertThat(texts(Figure.CONCERN_FINDINGS, ASKED)).startsWith("6", "0", "0");
        Scope before = new Scope(Q4.before(), null, null, NOW);
        assertThat(texts(Figure.RETALIATION, before)).contains("not counted").doesNotContain("30");
        assertThat(texts(Figure.CONCERN_FINDINGS, before)).containsOnly("not counted");
        Scope beforeAnyConcern = new Scope(Period.year(2025), null, null, NOW);
        assertThat(texts(Figure.CONCERN_FINDINGS, beforeAnyConcern)).containsOnly("0");
    }

    @Test
    void a_median_is_told_from_five_on_and_a_ninetieth_percentile_from_ten() {
        for (int i = 0; i < 6; i++) {
            UUID concern = at("2026-10-02", () -> story.concern("OPEN", "HARM"));
            at("2026-10-05", () -> tell(concern, "acknowledged"));
        }
        countedQ4();
        FigureTable table = table(Figure.CONCERN_ACKNOWLEDGED, ASKED);

        assertThat(table.head())
                .containsExactly(
                        "Quarter 4 of 2026",
                        "Share",
                        "Median days",
                        "90th percentile days",
                        "Quarter 3 of 2026, before");
        assertThat(Objects.requireNonNull(table.total()).values())
                .extracting(FigureTable.Value::text)
                .startsWith("6", "100 %", "3", "–");
    }

    @Test
    void a_quarter_that_is_over_is_told_once_its_numbers_say_that_its_last_day_is_told() {
        Instant justAfter = Instant.parse("2027-01-01T00:02:00Z");
        Scope scope = new Scope(Q4, null, null, justAfter);
        for (int i = 0; i < 6; i++) {
            at("2026-10-02", () -> story.concern("OPEN", "RETALIATION"));
        }
        List<Figure> told = new ArrayList<>(ConcernQuarter.SORTED);
        told.addAll(List.of(Figure.CONCERNS, Figure.CONCERN_URGENCY, Figure.RETALIATION, Figure.CONCERN_APPEALS));
        for (Figure figure : told) {
            Tally tally = story.count(figure, scope);
            assertThat(tally.total()).as(figure.title()).isZero();
            assertThat(Tabulating.table(tally, tally).lines())
                    .as(figure.title())
                    .allSatisfy(line -> assertThat(line.values().get(0).text()).isEqualTo("not counted"));
        }
        assertThat(staff(justAfter)).isEmpty();

        countedQ4();

        assertThat(story.count(Figure.CONCERN_SOURCES, scope).total()).isEqualTo(6);
        assertThat(story.count(Figure.CONCERNS, scope).total()).isEqualTo(6);
        assertThat(staff(justAfter)).hasValue(6);
    }

    @Test
    void where_nobody_had_ever_filed_a_concern_a_quarter_is_told_a_day_after_its_end() {
        for (String early : List.of("2027-01-01T00:00:00Z", "2027-01-01T23:59:59Z")) {
            assertThat(ConcernQuarter.told(story.casebook(), Q4, Instant.parse(early)))
                    .as(early)
                    .isFalse();
        }
        assertThat(ConcernQuarter.told(story.casebook(), Q4, Instant.parse("2027-01-02T00:00:00Z")))
                .isTrue();
    }

    private OptionalInt staff(Instant now) {
        return StaffFigures.of(Figure.CONCERNS, story.casebook(), 2026, now).number(4, null, null);
    }

    private void countedQ4() {
        story.at("2027-01-01T00:05:00Z").counted("2026-10-01", Map.of());
    }

    private FigureTable table(Figure figure, Scope scope) {
        Period told = ConcernQuarter.of(scope);
        Tally before = story.count(figure, new Scope(told.before(), null, null, NOW));
        return Tabulating.table(story.count(figure, scope), before);
    }

    private List<String> texts(Figure figure, Scope scope) {
        return table(figure, scope).lines().stream()
                .map(line -> line.values().get(0).text())
                .toList();
    }

    private void handled() {
        LocalDate filed = LocalDate.of(2026, 8, 1).plusDays(random.nextInt(140));
        LocalDate acknowledged = random.nextInt(4) == 0 ? null : filed.plusDays(random.nextInt(12));
        LocalDate answered =
                acknowledged == null || random.nextInt(3) == 0 ? null : acknowledged.plusDays(20 + random.nextInt(100));
        String mode = List.of("OPEN", "CONFIDENTIAL", "ANONYMOUS").get(random.nextInt(3));
        String topic = List.of("HARM", "DATA", "RETALIATION").get(random.nextInt(3));
        UUID concern = at(filed.toString(), () -> story.concern(mode, topic));
        if (acknowledged != null) {
            at(acknowledged.toString(), () -> tell(concern, "acknowledged"));
        }
        if (answered != null) {
            at(answered.toString(), () -> tell(concern, "answered"));
        }
        all.add(new Handled(mode, topic, filed, acknowledged, answered));
    }

    private UUID tell(UUID concern, String what) {
        story.concern(concern, what);
        return concern;
    }

    private UUID at(String day, Supplier<UUID> act) {
        story.at(day + "T00:00:00Z");
        return act.get();
    }

    private static boolean inQ4(@Nullable LocalDate day) {
        return day != null && Q4.holds(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static long days(LocalDate from, @Nullable LocalDate to) {
        return to == null ? -1 : ChronoUnit.DAYS.between(from, to);
    }
}
