package org.contractethics.record.internal.erasure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNameTests {

    private static final String REASON = "Left the company more than ten years ago; nothing is pending.";

    /** The account is disabled. */
    private static final PeopleDirectory PEOPLE = new PeopleDirectory() {
        @Override
        public Optional<Person> find(String username) {
            return Optional.empty();
        }

        @Override
        public List<String> namesOf(String username) {
            return username.equals("x1234") ? List.of("Ren\u00e9e O\u2019Hara-Long") : List.of();
        }

        @Override
        public List<Person> withRole(Role role) {
            return List.of();
        }
    };

    @ParameterizedTest
    @CsvSource({
        "x1234, Rene\u0301e O'Hara Long",
        "x1234, REN\u00c9E O\u2019HARA-LONG",
        "x1234, ''",
        "dana.whitfield, Dana Whitfield",
        "dana.whitfield@example.org, Dana Whitfield",
    })
    void a_name_is_known_where_the_directory_has_it_or_the_account_is_made_of_it(String account, String name) {
        assertThatCode(() -> demand(account, name)).doesNotThrowAnyException();
    }

    /** A part of a name can be a common word. */
    @ParameterizedTest
    @CsvSource({"x1234, Long", "x1234, Dana Whitfield", "dana.whitfield, not", "dana.whitfield, Dana", "x1234, ..."})
    void any_other_word_is_none(String account, String name) {
        ThrowingCallable asked = () -> demand(account, name);

        assertThatThrownBy(asked)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The directory does not know this as the full name of the account.");
    }

    private static void demand(String account, String name) {
        KnownName.demand(new ErasureRequest(account, name, ErasureBasis.A, REASON), PEOPLE);
    }
}
