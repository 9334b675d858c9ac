package org.contractethics.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contractethics.shared.Refused.Kind;
import org.junit.jupiter.api.Test;

class HardRuleTests {

    @Test
    void a_refusal_carries_the_rules_that_its_sentences_name() {
        Refused refused = new Refused(
                Kind.NOT_ALLOWED, List.of("You are paid by it (H1).", "You declared a conflict (H2). And so on (H1)."));

        assertThat(refused.rules()).containsExactly(HardRule.H1, HardRule.H2);
        assertThat(refused.rules().get(0).title()).isEqualTo("Separation of duties");
    }

    @Test
    void what_only_looks_like_a_rule_is_none() {
        assertThat(Refused.invalid("See H1, (H0), (H20), (H111) and (h1).").rules())
                .isEmpty();
    }

    @Test
    void a_refusal_because_of_fields_says_each_sentence_once() {
        Refused refused =
                Refused.invalid(List.of(new FormProblem("a", "Wrong (H6)."), new FormProblem("b", "Wrong (H6).")));

        assertThat(refused.reasons()).containsExactly("Wrong (H6).");
        assertThat(refused.fields()).hasSize(2);
        assertThat(refused.rules()).containsExactly(HardRule.H6);
        assertThat(refused.kind().status()).isEqualTo(422);
    }
}
