package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What typed queries are understood as; {@code ClauseIndexIT} shows what they find. */
class TypedQueryTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '^',
            value = {
                "facial recognition > facial recognition",
                "sub-processor terms > sub-processor terms",
                "\"statement of work\" > \"statement of work\"",
                "“statement of work” > \"statement of work\"",
                "„statement of work“ > \"statement of work\"",
                "heading:«audit rights» > heading:\"audit rights\"",
                "\"transfer data\"~5 > \"transfer data\"~5",
                "\"transfer data\"~ > \"transfer data\"~5",
                "surveilance~ > surveilance~",
                "surveilance~1 > surveilance~1",
                "enforc* > enforc*",
                "audit AND logs > audit AND logs",
                "audit logs AND retention > audit logs AND retention",
                "audit OR inspection > audit OR inspection",
                "audit | inspection || review > audit OR inspection OR review",
                "a1 OR b1 AND c1 > a1 OR b1 AND c1",
                "(a1 OR b1) AND c1 > (a1 OR b1) AND c1",
                "(a1 | b1) c1 > (a1 OR b1) AND c1",
                "data -personal > data AND NOT personal",
                "data NOT personal > data AND NOT personal",
                "data !personal > data AND NOT personal",
                "+data +audit > data AND audit",
                "-(a1 b1) > NOT (a1 b1)",
                "NOT NOT audit > audit",
                "heading:audit > heading:audit",
                "Heading:\"audit rights\" > heading:\"audit rights\"",
                "heading:(audit OR inspection) > heading:(audit OR inspection)",
                "agency:border data > agency:border AND data",
                "tier:t3 year:2018-2020 > tier:t3 AND year:2018-2020",
                "country:Mexico number:7.2 > country:Mexico AND number:7.2",
                "contract:C-000123 part:footnotes type:pdf page:3-5 > contract:C-000123 AND part:footnotes AND type:pdf AND page:3-5",
                "tier:(T3 OR T4) > tier:(T3 OR T4)",
                "may the agency use it? > may the agency use it?"
            })
    void takes_operators_at_their_word(String typed, String understood) {
        TypedQuery query = TypedQuery.read(typed);

        assertThat(query.readAs()).isEqualTo(understood);
        assertThat(query.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '^',
            value = {
                "\"unclosed words > unclosed words > quotation mark",
                "audit (logs > audit AND logs > opening parenthesis",
                "audit) logs > audit AND logs > closing parenthesis",
                "audit AND > audit > “AND” is left out",
                "AND audit > audit > “AND” is left out",
                "audit OR > audit > “OR” is left out",
                "OR audit > audit > “OR” is left out",
                "audit OR OR logs > audit OR logs > “OR” is left out",
                "audit NOT > audit > “NOT” is left out",
                "*vision > vision > *",
                "sur*ance > sur ance > *",
                "a* audit > a audit > *",
                "colour:red > colour red > “colour” is no field",
                "readerRoles:AUDITOR > readerRoles AUDITOR > “readerRoles” is no field",
                "heading: audit > heading audit > followed by",
                "type:scroll > scroll > the field type takes",
                "tier:T9 > T9 > the field tier takes",
                "page:abc > abc > the field page takes",
                "year:2018-x > 2018-x > the field year takes",
                "country:Atlantis > Atlantis > the field country takes",
                "heading:AND > AND > nothing to look for",
                "word~9 > word~2 > At most two letters",
                "\"a1 b1\"~900 > \"a1 b1\"~50 > at most 50 words"
            })
    void reads_what_makes_no_sense_as_words_and_says_so(String typed, String understood, String note) {
        TypedQuery query = TypedQuery.read(typed);

        assertThat(query.readAs()).isEqualTo(understood.equals("AND") ? "" : understood);
        assertThat(query.notes()).anyMatch(said -> said.contains(note));
    }

    @Test
    void words_without_operators_are_a_free_wording() {
        assertThat(TypedQuery.read("facial recognition at the border").isPlain())
                .isTrue();
        assertThat(TypedQuery.read("sub-processor").isPlain()).isTrue();
        assertThat(TypedQuery.read("facial AND recognition").isPlain()).isFalse();
        assertThat(TypedQuery.read("data -personal").isPlain()).isFalse();
        assertThat(TypedQuery.read("heading:audit").isPlain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"\"", "((((", "))))", "- +", "*", "~", "AND", "AND OR NOT", "-(", "heading:()", "\"!?\""})
    void nothing_but_signs_asks_for_nothing(String typed) {
        TypedQuery query = TypedQuery.read(typed);

        assertThat(query.wanted()).isNull();
        assertThat(query.readAs()).isEmpty();
    }

    @Test
    void groups_end_at_a_depth_nobody_reads() {
        TypedQuery query = TypedQuery.read("audit " + "(".repeat(20) + "logs" + ")".repeat(20));

        assertThat(query.readAs()).isEqualTo("audit");
        assertThat(query.notes()).anyMatch(note -> note.contains("depth"));
    }

    @Test
    void what_it_was_read_as_can_be_typed_again_and_means_the_same() {
        for (String typed : new String[] {
            "(a1 OR b1) c1 -\"d e\"~3",
            "heading:(x1 OR y1*) NOT (z1 w1)",
            "a1 | b1 -c1~",
            "tier:(T3 OR T4) audit rights"
        }) {
            TypedQuery query = TypedQuery.read(typed);

            TypedQuery again = TypedQuery.read(query.readAs());

            assertThat(again).isEqualTo(query);
        }
    }

    @Test
    void only_what_is_looked_for_in_the_text_is_marked_there() {
        assertThat(TypedQuery.read("heading:audit facial -minors \"at large\"").marked())
                .isEqualTo("facial \"at large\"");
    }

    @Test
    void no_mixture_of_signs_makes_it_fail() {
        var chance = new Random(7);
        String[] pieces = {
            "\"", "(", ")", "-", "+", "|", "AND", "OR", "NOT", "*", "~", "a", "heading:", "page:", "x*", "~5", " "
        };
        for (int round = 0; round < 20_000; round++) {
            var typed = new StringBuilder();
            for (int n = chance.nextInt(14); n >= 0; n--) {
                typed.append(pieces[chance.nextInt(pieces.length)]).append(chance.nextBoolean() ? " " : "");
            }
            String query = typed.toString();

            assertThatCode(() -> TypedClauseQueries.of(TypedQuery.read(query).wanted()))
                    .as(query)
                    .doesNotThrowAnyException();
        }
    }
}
