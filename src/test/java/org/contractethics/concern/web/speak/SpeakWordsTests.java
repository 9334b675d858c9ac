package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.concern.internal.ConcernStatus;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.appeal.AppealResult;
import org.contractethics.concern.internal.retaliation.AdverseActKind;
import org.contractethics.concern.internal.retaliation.AnswerWithCode.Wrong;
import org.contractethics.concern.internal.retaliation.StatutoryPeriod;
import org.contractethics.review.Stage;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.CleanCopies.Trace;
import org.contractethics.shared.ConcernMatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five languages of the anonymous pages say the same things. */
class SpeakWordsTests {

    private static final Path BUNDLES = Path.of("src/main/resources/speak");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/speak");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.-]+)|msg\\('([a-zA-Z.-]+)'");
    private static final Pattern DECISION = Pattern.compile("<decision id=\"([a-z-]+)\" name=\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("^([A-Z0-9_]+),(?:\"([^\"]*)\"|([^,]*)),");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    private static final Properties ENGLISH = bundle("");

    /** The same in every language, or nearly. */
    private static final Set<String> ALIKE = Set.of("trace.NOTE", "trace.PLACE", "concern.messages", "files.label");

    @ParameterizedTest
    @ValueSource(strings = {"_es", "_de", "_fr", "_ar"})
    void every_language_has_every_word_and_nothing_is_left_in_english(String language) {
        Properties words = bundle(language);

        assertThat(words.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
        for (String key : words.stringPropertyNames()) {
            String here = words.getProperty(key);
            String english = ENGLISH.getProperty(key);
            assertThat(here).as(key).isNotBlank().doesNotContain("'");
            assertThat(holes(here)).as(key).isEqualTo(holes(english));
            if (english.contains(" ") && !ALIKE.contains(key)) {
                assertThat(here).as(key).isNotEqualTo(english);
            }
        }
    }

    @Test
    void pages_use_no_word_that_is_not_there() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(TEMPLATES)) {
            pages.filter(Files::isRegularFile).map(SpeakWordsTests::read).forEach(page -> KEY.matcher(page)
                    .results()
                    .map(key -> key.group(1) == null ? key.group(2) : key.group(1))
                    .forEach(used::add));
        }
        used.addAll(named("topic.", ConcernTopic.values()));
        used.addAll(named("matter.kind.", ConcernMatter.Kind.values()));
        used.addAll(named("status.", ConcernStatus.values()));
        used.addAll(named("appeal.result.", AppealResult.values()));
        used.addAll(named("outcome.", Outcome.values()));
        used.addAll(named("act.", AdverseActKind.values()));
        used.addAll(named("period.", StatutoryPeriod.values()));
        used.addAll(named("wrong.watch.", Wrong.values()));
        used.addAll(named("trace.", Trace.values()));

        assertThat(ENGLISH.stringPropertyNames()).containsAll(used);
    }

    /** By the files of the catalogue, so that a name that is added there is missed here. */
    @Test
    void every_capability_right_table_and_office_has_a_name_and_the_english_one_is_that_of_the_catalogue() {
        Map<String, String> names = new TreeMap<>();
        catalogued("config/policy/capabilities.csv").forEach((code, name) -> names.put("capability." + code, name));
        catalogued("config/policy/rights.csv").forEach((code, name) -> names.put("right." + code, name));
        for (Stage stage : Stage.values()) {
            names.put("office." + stage.name(), stage.code() + " " + stage.label());
        }
        DECISION.matcher(String.join("\n", dmn()))
                .results()
                .forEach(found -> names.put("table." + found.group(1), found.group(2)));

        assertThat(names).hasSizeGreaterThan(90);
        names.forEach(
                (key, name) -> assertThat(ENGLISH.getProperty(key)).as(key).isEqualTo(name.replace('\'', '\u2019')));
    }

    private static List<String> dmn() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .map(SpeakWordsTests::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Codes with the names of a file of the catalogue; names with a comma stand in quotes. */
    private static Map<String, String> catalogued(String file) {
        Map<String, String> names = new TreeMap<>();
        read(Path.of(file))
                .lines()
                .skip(1)
                .map(ROW::matcher)
                .filter(Matcher::find)
                .forEach(row -> names.put(row.group(1), row.group(2) == null ? row.group(3) : row.group(2)));
        return names;
    }

    @Test
    void days_are_written_as_people_of_a_language_write_them() {
        LocalDate day = LocalDate.of(2026, 11, 26);

        assertThat(DayInWords.of(day, Locale.ENGLISH)).isEqualTo("26 November 2026");
        assertThat(DayInWords.of(day, Locale.GERMAN)).isEqualTo("26. November 2026");
        assertThat(DayInWords.of(day, Locale.FRENCH)).isEqualTo("26 novembre 2026");
        assertThat(DayInWords.of(day, Locale.forLanguageTag("es"))).isEqualTo("26 de noviembre de 2026");
        assertThat(DayInWords.of(day, Locale.forLanguageTag("ar"))).contains("نوفمبر");
    }

    @Test
    void sentences_with_holes_are_whole() {
        assertThat(MessageFormat.format(bundle("_fr").getProperty("concern.opened"), "26 novembre 2026", 3))
                .isEqualTo(
                        "Ouverte avant cela le 26 novembre 2026, 3 fois en tout. Si ce n’était pas vous, changez votre"
                                + " code plus bas.");
    }

    private static Set<String> named(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    private static long holes(String words) {
        return HOLE.matcher(words).results().count();
    }

    private static Properties bundle(String language) {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLES.resolve("words" + language + ".properties"))) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
