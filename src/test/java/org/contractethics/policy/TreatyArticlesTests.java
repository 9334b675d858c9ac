package org.contractethics.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.junit.jupiter.api.Test;

/** What the catalogue shows as a fact was read, and the list says where. */
class TreatyArticlesTests {

    private static final Policy POLICY = EvaluatedPolicy.packed();
    private static final Path LIST = Path.of("src/docs/treaty-articles.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final String MARK = " (unverified)";
    private static final String EARLIER = "## Unmarked since the catalogue was gathered, not read again";

    @Test
    void an_article_without_the_mark_stands_in_the_list() throws IOException {
        Set<String> unmarked =
                articles().filter(article -> !article.endsWith(MARK)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isNotEmpty().isSubsetOf(listed());
    }

    @Test
    void an_article_of_the_list_carries_no_mark() throws IOException {
        Set<String> marked = articles()
                .filter(article -> article.endsWith(MARK))
                .map(article -> article.substring(0, article.length() - MARK.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed()).isNotEmpty().doesNotContainAnyElementsOf(marked);
    }

    @Test
    void laws_behind_safeguards_and_capabilities_without_the_mark_that_were_read_stand_in_the_list()
            throws IOException {
        Stream<String> sources = Stream.concat(
                POLICY.safeguards().stream().map(Safeguards.Safeguard::source),
                POLICY.capabilities().stream().map(Policy.Capability::source));

        Set<String> laws = sources.filter(source -> source.matches("(EU AI Act art\\.|Directive ).*"))
                .filter(source -> !source.endsWith("unverified"))
                .map(source -> source.replaceAll(",.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(laws).hasSize(7).isSubsetOf(listed());
    }

    @Test
    void what_an_article_says_is_told_in_at_most_twelve_words_and_with_its_source() throws IOException {
        String list = Files.readString(LIST);
        String rights = list.substring(list.indexOf("## Rights"));

        List<MatchResult> rows = ROW.matcher(rights).results().toList();
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row.group(2).split(" ")).hasSizeLessThanOrEqualTo(12);
            assertThat(row.group(3)).isNotBlank();
        });
    }

    private static Stream<String> articles() {
        return POLICY.rights().stream()
                .flatMap(
                        right -> Arrays.stream(right.instruments().split("; ")).flatMap(entry -> each(entry).stream()));
    }

    /** "CERD 1, 2, 5" cites CERD 1, CERD 2 and CERD 5. */
    private static List<String> each(String entry) {
        String[] parts = entry.split(", ");
        String treaty = parts[0].substring(0, Math.max(0, parts[0].lastIndexOf(' ')));
        List<String> articles = new ArrayList<>(List.of(parts[0]));
        Arrays.stream(parts).skip(1).map(part -> treaty + " " + part).forEach(articles::add);
        return articles;
    }

    private static Set<String> listed() throws IOException {
        String list = Files.readString(LIST);
        Set<String> listed =
                ROW.matcher(list).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
        String earlier =
                list.substring(list.indexOf(EARLIER) + EARLIER.length()).strip();
        listed.addAll(List.of(earlier.replaceAll("\\.$", "").split("[,;] ")));
        return listed;
    }
}
