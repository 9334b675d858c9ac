package org.contractethics.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Parts;
import org.contractethics.finding.internal.Scanner.Scanned;
import org.contractethics.finding.internal.detection.Detectors;
import org.contractethics.finding.internal.matching.QuerySet;
import org.contractethics.finding.internal.matching.QuerySetFiles;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.TypedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTests {

    private static final QuerySet SET = QuerySetFiles.packed();
    private static final Scanner SCANNER = new Scanner(SET, Detectors.packed(SET));
    private static final String WORDS = "The Agency will run facial recognition against booking photos.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body",
                "sheet: Comments",
                "sheet: Properties",
                "hidden sheet: Deleted annotations",
                "hidden cells, sheet: Comments",
                Parts.HIDDEN
            })
    void a_part_is_scanned_whatever_the_file_calls_its_sheets(String part) {
        Scanned scanned = scan(part);

        assertThat(scanned.clauses()).isEqualTo(1);
        assertThat(scanned.places()).extracting(FoundPlace::check).contains("K15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Parts.DELETIONS, Parts.MOVES, Parts.INSERTIONS, Parts.FIELD_CODES, Parts.PROPERTIES, "comments"})
    void words_that_are_not_in_force_promise_nothing(String part) {
        assertThat(scan(part).places()).isEmpty();
    }

    @Test
    void what_nobody_types_is_told_from_what_people_type() {
        assertThat(TypedText.unreadable("a\u0000b")).isTrue();
        assertThat(TypedText.unreadable("a\u001bb")).isTrue();
        assertThat(TypedText.unreadable("a\ud800")).isTrue();
        assertThat(TypedText.unreadable("Größe\r\n\t“so” 😀")).isFalse();
    }

    private static Scanned scan(String part) {
        return SCANNER.scan(List.of(new Clause(
                new DocumentVersionId(UUID.randomUUID()),
                0,
                part,
                "",
                "",
                List.of(),
                null,
                WORDS,
                null,
                0,
                WORDS.length())));
    }
}
