package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of a version may not be: unreadable, a way to hold the server up, or silent about what was weighed before. */
class ListCheckTests {

    private static final PolicyContent IN_FORCE = PolicyFiles.packed();
    private static final VersionCheck CHECK = new VersionCheck(IN_FORCE);

    @Test
    void another_agency_may_be_listed_before_or_behind_the_others() {
        String list = file("agencies.csv");
        String first = list.substring(0, list.indexOf('\n') + 1);

        assertAllowed("agencies.csv", list + "^ministry of odd things$,Ministry of Odd Things,,POLICE,FR\n");
        assertAllowed("agencies.csv", first + "odd( things)?,,,POLICE,\n" + list.substring(first.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+x",
                "(a*)*",
                "(a|aa)+",
                "a(?=b)",
                "a(?i)b",
                "(a)\\1",
                "a{1000}",
                "a++",
                "a?+",
                ".*a.*b.*c.*",
                "[a",
                "(a",
                "x\\p{L}",
                " ",
                "[^a]",
                "[(]a",
                "a?a?a?a?a?a?a?b",
                "(a|b)(c|d)(e|f)(a|b)(c|d)(e|f)(a|b)",
                "(a|(b|c|d|e|f|g|h|i))",
                "a+b+"
            })
    void a_pattern_that_cannot_be_read_or_takes_long_is_refused(String pattern) {
        assertRefused(
                "agencies.csv",
                file("agencies.csv") + pattern + ",,,POLICE,\n",
                "agencies.csv has a pattern that cannot be used");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a?,,,POLICE,|a pattern that every name matches",
                "border force,,,POLICE,|a pattern that stands twice. First case: border force",
                "odd things,,,UNKNOWN,|a class that table agency-risk does not score by its name",
                "odd things,,,,|a class that table agency-risk does not score by its name",
                "odd things,,,POLICE,France|a country that is not two letters",
                "odd things,,,POLICE|agencies.csv cannot be read",
            })
    void an_entry_that_says_nothing_that_can_be_used_is_refused(String line, String problem) {
        assertRefused("agencies.csv", file("agencies.csv") + line + "\n", problem);
    }

    /** As many choices as are allowed, before a letter that never comes. */
    @ParameterizedTest
    @ValueSource(strings = {"a?a?a?a?a?a?a*b", "(a|aa)(a|aa)(a|aa)(a|aa)(a|aa)(a|aa).*b", "((((a)?a)?a)?a)?a*b"})
    void what_is_allowed_ends_after_some_million_steps_with_the_longest_name(String pattern) {
        assertAllowed("agencies.csv", file("agencies.csv") + pattern + ",,,POLICE,\n");
        CountedText name = new CountedText("a".repeat(200), new AtomicLong());

        assertThat(KnownAgencies.compiled(pattern).matcher(name).find()).isFalse();
        assertThat(name.reads.get()).isLessThan(5_000_000);
    }

    private record CountedText(String text, AtomicLong reads) implements CharSequence {

        @Override
        public char charAt(int index) {
            reads.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void names_that_are_too_long_for_the_register_are_refused() {
        String name = "x".repeat(201);

        assertRefused("agencies.csv", file("agencies.csv") + "odd," + name + ",,POLICE,\n", "a name of more than 200");
        assertRefused(
                "agencies.csv", file("agencies.csv") + "odd,," + name + ",POLICE,\n", "a parent of more than 200");
        assertRefused("agencies.csv", file("agencies.csv") + "o".repeat(401) + ",,,POLICE,\n", "cannot be used");
    }

    @Test
    void a_list_keeps_its_columns() {
        assertRefused("agencies.csv", "name,type\nODD,POLICE\n", "needs a first line with the columns pattern, name");
        assertRefused("agencies.csv", "", "needs a first line with the columns");
        assertRefused("red-flag-facts.csv", "check\nK14\n", "needs a first line with the columns check, capabilities");
    }

    @Test
    void a_red_flag_that_is_weighed_does_not_disappear() {
        String without = file("red-flag-facts.csv").replaceAll("(?m)^K20.*\n", "");

        assertRefused("red-flag-facts.csv", without, "lacks a red flag that the version in force weighs (H16)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "K99,NO_SUCH,,,open|names a capability that is not in the catalogue",
                "K99,,NO_SUCH,,open|names a kind of data that there is not",
                "K99,,,TITLE,open|names another fact than SECRECY or RESELLERS",
                "K99,,,,|needs to say in up to 200 characters",
                "14,,,,open|needs a number like K14",
                "K14,,,,open|a check that stands twice",
            })
    void a_red_flag_is_told_by_facts_that_there_are(String line, String problem) {
        assertRefused("red-flag-facts.csv", file("red-flag-facts.csv") + line + "\n", problem);
    }

    @Test
    void a_red_flag_may_be_weighed_that_was_not_before() {
        assertAllowed("red-flag-facts.csv", file("red-flag-facts.csv") + "K05,CLOUD_HOSTING,,,the place is open\n");
    }

    private static void assertAllowed(String name, String text) {
        assertThat(CHECK.check(IN_FORCE.with(Map.of(name, text))).problems()).isEmpty();
    }

    private static void assertRefused(String name, String text, String problem) {
        assertThat(CHECK.check(IN_FORCE.with(Map.of(name, text))).problems())
                .anyMatch(sentence -> sentence.contains(problem));
    }

    private static String file(String name) {
        return IN_FORCE.file(name).orElseThrow();
    }
}
