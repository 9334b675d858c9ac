package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.NamedClauses.ClausePlace;
import org.junit.jupiter.api.Test;

class ClausesNamedTests {

    @Test
    void what_is_kept_reads_back_as_it_was() {
        ClausesNamed found = new ClausesNamed(
                true,
                List.of(
                        new ClausePlace(new DocumentVersionId(UUID.randomUUID()), 3),
                        new ClausePlace(new DocumentVersionId(UUID.randomUUID()), 1_204)));

        assertThat(ClausesNamed.of(found.text())).isEqualTo(found);
    }

    @Test
    void a_clause_that_was_not_found_differs_from_none() {
        ClausesNamed notFound = new ClausesNamed(true, List.of());

        assertThat(ClausesNamed.of(notFound.text())).isEqualTo(notFound).isNotEqualTo(ClausesNamed.NONE);
        assertThat(ClausesNamed.of("")).isEqualTo(ClausesNamed.NONE);
    }
}
