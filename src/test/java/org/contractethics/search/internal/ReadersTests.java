package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.search.internal.SearchFixtures.aContractOf;

import java.util.Set;
import org.contractethics.search.internal.SearchFixtures.ReadableBy;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

class ReadersTests {

    @Test
    void readers_are_those_the_documents_let_in() {
        var rule = new ReadableBy(Set.of(Role.AUDITOR, Role.HR_REVIEWER), Set.of("sofia.marin"));

        Readers readers = Readers.of(aContractOf("sofia.marin"), rule);

        assertThat(readers.roles()).containsExactly("HR_REVIEWER", "AUDITOR");
        assertThat(readers.users()).containsExactly("sofia.marin");
    }

    @Test
    void a_submitter_who_may_not_read_is_no_reader() {
        assertThat(Readers.of(aContractOf("sofia.marin"), new ReadableBy(Set.of(), Set.of()))
                        .users())
                .isEmpty();
    }

    @Test
    void another_reader_makes_another_fingerprint() {
        var contract = aContractOf("sofia.marin");
        var before = ContractFacts.of(contract, Readers.of(contract, new ReadableBy(Set.of(), Set.of())));
        var after = ContractFacts.of(contract, Readers.of(contract, new ReadableBy(Set.of(Role.AUDITOR), Set.of())));

        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
    }
}
