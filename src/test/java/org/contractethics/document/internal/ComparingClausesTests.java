package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.document.extraction.Gaps;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A copy that is no copy byte by byte is the same only where everything of it and of what was approved was read. */
class ComparingClausesTests {

    private static final String PAGES =
            "Pages 5-9 have no text layer (for example a scan): nothing there can be searched. Read the original.";
    private static final String HIDDEN =
            "Some of the text is formatted as hidden: Word does not show it. It stands here under “Hidden text”.";

    private final Texts texts = new Texts();

    @Test
    void a_copy_that_was_read_as_a_whole_is_the_same() {
        assertThat(compared(version(List.of(), "Prices are fixed."), version(List.of(), "Prices are fixed."))
                        .likeness())
                .isEqualTo(Likeness.SAME_CLAUSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PAGES,
                "Inside this file and not read: “x.bin” (a program), “its text is shown here.” (empty).",
                "A picture fills most of a page (for example a pasted scan): words in it were not read and cannot be searched."
                        + " Read the original.",
                "Struck through in the file: “Pays.”. These words stand here like words in force. Read the original."
            })
    void what_nobody_read_of_both_is_not_the_same(String gap) {
        Copy copy = compared(version(List.of(gap), "Prices are fixed."), version(List.of(gap), "Prices are fixed."));

        assertThat(copy.likeness()).isEqualTo(Likeness.NOT_COMPARABLE);
        assertThat(copy.differences()).containsExactly(gap, "“Agreement”, as it was decided on: " + gap);
    }

    @Test
    void what_nobody_read_of_the_approved_document_alone_is_not_in_the_copy_for_certain() {
        Copy copy = compared(version(List.of(PAGES), "Prices are fixed."), version(List.of(), "Prices are fixed."));

        assertThat(copy.likeness()).isEqualTo(Likeness.NOT_COMPARABLE);
    }

    @Test
    void words_hidden_in_both_were_read_and_are_compared() {
        StoredVersion approved = version(List.of(HIDDEN), "Prices are fixed.", "Supplier pays.", "Draft 3.");
        StoredVersion same = version(List.of(HIDDEN), "Prices are fixed.", "Supplier pays.", "Draft 3.");
        assertThat(compared(approved, same).likeness()).isEqualTo(Likeness.SAME_CLAUSES);

        StoredVersion other = version(List.of(HIDDEN), "Prices are fixed.", "Supplier pays. Draft 3.");
        assertThat(compared(approved, other).likeness()).isEqualTo(Likeness.DIFFERENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HIDDEN,
                "Slide 3 is hidden; its text stands here under “Hidden slides”.",
                "The sheet “Notes” is hidden in Excel; its text is shown here.",
                "Some rows or columns are hidden; their text stands here under “Hidden cells”.",
                "The properties of the file are damaged and were not read."
            })
    void what_was_read_or_is_not_agreed_is_no_reason(String gap) {
        assertThat(Gaps.unread(gap)).isFalse();
        assertThat(Gaps.unread(gap + " And more.")).isTrue();
    }

    private Copy compared(StoredVersion approved, StoredVersion copy) {
        List<StoredVersion> left = new ArrayList<>(List.of(approved));
        return new ComparingClauses(left, texts, new ApprovedTexts(texts, left), Map.of()).of(copy);
    }

    /** @param words of the body, and then hidden ones: each text after the first is cut off the one that is shown */
    private StoredVersion version(List<String> gaps, String... words) {
        DocumentVersionId id = new DocumentVersionId(UUID.randomUUID());
        List<PartText> parts = new ArrayList<>();
        int shown = Math.max(1, words.length - 1);
        parts.add(new PartText("body", String.join(" ", List.of(words).subList(0, shown))));
        if (shown < words.length) {
            parts.add(new PartText(Parts.HIDDEN, words[shown]));
        }
        texts.parts.put(id, parts);
        DocumentVersion version = new DocumentVersion(
                id,
                new DocumentId(UUID.randomUUID()),
                new ContractId(UUID.randomUUID()),
                1,
                "Agreement",
                "agreement.pdf",
                "application/pdf",
                1,
                "0".repeat(64),
                ExtractionStatus.READ,
                null,
                null,
                0,
                "leo.brandt",
                Instant.EPOCH);
        return new StoredVersion(version, gaps, false, 1, null);
    }

    private static final class Texts extends TextStore {

        private final Map<DocumentVersionId, List<PartText>> parts = new HashMap<>();

        Texts() {
            super(new JdbcTemplate());
        }

        @Override
        List<PartText> parts(DocumentVersionId version) {
            return parts.getOrDefault(version, List.of());
        }

        @Override
        Map<DocumentVersionId, List<PartText>> parts(Collection<DocumentVersionId> versions) {
            return parts;
        }

        @Override
        List<Clause> clauses(DocumentVersionId version) {
            return List.of();
        }

        @Override
        Map<DocumentVersionId, List<Clause>> clauses(Collection<DocumentVersionId> versions) {
            return Map.of();
        }
    }
}
