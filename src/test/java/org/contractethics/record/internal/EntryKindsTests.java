package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the catalogue of entries against the sources that write entries. */
class EntryKindsTests {

    private static final Path SOURCES = Path.of("src/main/java/org/contractethics");

    /** Kinds of earlier versions, whose entries stay readable though nobody writes them any more. */
    private static final Set<String> RETIRED = Set.of();

    private static final Pattern KIND = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+|erased)\"");

    /** Calls with a kind among their arguments, wherever they stand. */
    private static final Pattern CALLS = Pattern.compile(
            "\\b(?:recorded|record|recordAct|recordActOfReviewer|recordActOfSystem|recordOpened|finish|publish|new \\w*Fact|\\w+Fact\\.\\w+)\\(");

    /** The same, in events and in the services that have a second person decide. */
    private static final Pattern CALLS_WITHIN = Pattern.compile("\\b(?:of|by|ofReading|another)\\(");

    /** Constants of enums that say how each of them is recorded. */
    private static final Pattern CONSTANTS = Pattern.compile("\\b[A-Z][A-Z_]+\\(");

    private static final Pattern NAMED =
            Pattern.compile("(?:kind\\(\\) \\{\\s*return|String KIND =)\\s*(\"[a-z0-9-]+\");");

    /** Put together from parts: tasks, and meetings with the filer of a concern. */
    private static final Set<String> COMPOSED = Set.of(
            "task-claimed",
            "task-returned",
            "task-taken-back",
            "concern-claimed",
            "concern-returned",
            "concern-taken-back",
            "concern-meeting-asked",
            "concern-meeting-offered",
            "concern-meeting-held",
            "concern-meeting-declined");

    /** The end of two of them, where it is told. */
    private static final String PART = "taken-back";

    @Test
    void every_kind_that_is_written_has_a_schema_and_every_schema_is_of_a_kind_that_is_written() throws IOException {
        Set<String> written = new TreeSet<>(COMPOSED);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".java")).toList()) {
                written.addAll(written(Files.readString(file)));
            }
        }
        written.remove(PART);
        Set<String> catalogue = new TreeSet<>(EntrySchemas.published().kinds());
        catalogue.removeAll(RETIRED);

        assertThat(without(written, catalogue))
                .as("written, but not in the catalogue")
                .isEmpty();
        assertThat(without(catalogue, written))
                .as("in the catalogue, but not written")
                .isEmpty();
    }

    @Test
    void a_kind_is_found_in_each_form_in_which_one_is_written() {
        assertThat(written("facts.recorded(open.at() == 1 ? \"a-b\" : \"c-d\", null, actor, now)"))
                .containsExactlyInAnyOrder("a-b", "c-d");
        assertThat(written("work.record(\n \"e-f\", Facts.of(\"no-kind\", 1), contract)"))
                .containsExactly("e-f");
        assertThat(written("public String kind() {\n        return \"g-h\";")).containsExactly("g-h");
        assertThat(written("String KIND = \"i-j\";")).containsExactly("i-j");
        assertThat(written("problems.add(new FormProblem(\"no-kind\", \"\"))")).isEmpty();
    }

    private static Set<String> without(Set<String> kinds, Set<String> others) {
        Set<String> left = new TreeSet<>(kinds);
        left.removeAll(others);
        return left;
    }

    private static Set<String> written(String source) {
        Set<String> kinds = NAMED.matcher(source)
                .results()
                .map(named -> named.group(1).substring(1, named.group(1).length() - 1))
                .collect(Collectors.toSet());
        calls(CALLS, source).forEach(kinds::addAll);
        if (source.contains("implements RecordedEvent") || source.contains("recordAct(kind")) {
            calls(CALLS_WITHIN, source).forEach(kinds::addAll);
        }
        if (source.contains("String recordedAs()") || source.contains("enum VersionMove")) {
            calls(CONSTANTS, source).forEach(kinds::addAll);
        }
        return kinds;
    }

    private static Stream<List<String>> calls(Pattern form, String source) {
        return form.matcher(source).results().map(call -> ownKinds(source, call));
    }

    /** Those among the arguments of the call itself, not those of calls within it. */
    private static List<String> ownKinds(String source, MatchResult call) {
        StringBuilder own = new StringBuilder();
        int depth = 1;
        for (int at = call.end(); at < source.length() && depth > 0; at++) {
            char character = source.charAt(at);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 1) {
                own.append(character);
            }
        }
        return KIND.matcher(own).results().map(kind -> kind.group(1)).toList();
    }
}
