package org.contractethics.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Headings, paragraphs and lists of the text of the policy. */
class PolicyTextTests {

    @Test
    void items_that_follow_each_other_are_one_list() {
        assertThat(PolicyText.of("## Promise\nWe review.\n\n- One\n- Two\n# More\n- Three"))
                .containsExactly(
                        new PolicyText("heading", List.of("Promise")),
                        new PolicyText("paragraph", List.of("We review.")),
                        new PolicyText("list", List.of("One", "Two")),
                        new PolicyText("heading", List.of("More")),
                        new PolicyText("list", List.of("Three")));
    }

    @Test
    void a_dash_without_a_space_begins_no_item_and_an_empty_text_has_no_block() {
        assertThat(PolicyText.of("-5 degrees")).containsExactly(new PolicyText("paragraph", List.of("-5 degrees")));
        assertThat(PolicyText.of(" \n\n")).isEmpty();
    }
}
