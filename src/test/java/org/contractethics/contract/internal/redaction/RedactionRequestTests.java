package org.contractethics.contract.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.internal.redaction.Redaction.Standing;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedactionRequestTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Set<RedactedField> TITLE = Set.of(RedactedField.TITLE);

    @Test
    void is_complete_with_field_reason_and_an_end_within_a_year() {
        assertThat(problems(TITLE, "The tender is still open.", TODAY.plusDays(1)))
                .isEmpty();
        assertThat(problems(TITLE, "The tender is still open.", TODAY.plusMonths(12)))
                .isEmpty();
    }

    @Test
    void needs_an_end() {
        assertThat(problems(TITLE, "The tender is still open.", null)).containsExactly("endsOn");
    }

    @Test
    void ends_in_the_future_and_not_later_than_in_twelve_months() {
        assertThat(problems(TITLE, "The tender is still open.", TODAY)).containsExactly("endsOn");
        assertThat(problems(
                        TITLE, "The tender is still open.", TODAY.plusMonths(12).plusDays(1)))
                .containsExactly("endsOn");
    }

    @Test
    void needs_a_reason_and_something_to_withhold() {
        assertThat(problems(Set.of(), "   why   ", TODAY.plusDays(30))).containsExactly("fields", "reason");
    }

    @Test
    void is_over_the_day_after_its_last_without_anybody_doing_anything() {
        Redaction approved = redaction(true);

        assertThat(approved.standingOn(TODAY)).isEqualTo(Standing.IN_FORCE);
        assertThat(approved.standingOn(TODAY.plusDays(1))).isEqualTo(Standing.OVER);
        assertThat(redaction(null).standingOn(TODAY)).isEqualTo(Standing.WAITING);
        assertThat(redaction(false).standingOn(TODAY)).isEqualTo(Standing.REFUSED);
    }

    private static List<String> problems(Set<RedactedField> fields, String reason, @Nullable LocalDate endsOn) {
        return new RedactionRequest(fields, reason, endsOn)
                .problems(TODAY).stream().map(FormProblem::field).toList();
    }

    private static Redaction redaction(@Nullable Boolean approved) {
        return new Redaction(
                UUID.randomUUID(),
                new ContractId(UUID.randomUUID()),
                "C-000001",
                List.of(RedactedField.TITLE),
                "The tender is still open.",
                "sofia",
                Instant.EPOCH,
                null,
                null,
                TODAY,
                approved,
                approved == null ? null : "ruth",
                approved == null ? null : Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
