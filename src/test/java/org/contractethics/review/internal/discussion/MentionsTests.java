package org.contractethics.review.internal.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contractethics.review.internal.discussion.Mentions.Piece;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

class MentionsTests {

    @Test
    void finds_account_names_once_and_leaves_the_full_stop_to_the_sentence() {
        assertThat(Mentions.in("@dana.whitfield, see clause 4 with @leo.brandt. Thanks @dana.whitfield!"))
                .containsExactly("dana.whitfield", "leo.brandt");
    }

    @Test
    void a_role_is_mentioned_by_its_words_and_shown_by_its_name() {
        assertThat(Mentions.rolesIn("@legal-reviewer and @panel-chair, @legal-reviewer; @dana.whitfield"))
                .containsExactly(Role.LEGAL_REVIEWER, Role.PANEL_CHAIR);
        assertThat(Mentions.in("@legal-reviewer and @dana.whitfield")).containsExactly("dana.whitfield");
        assertThat(Mentions.rolesIn("office@legal-reviewer and @legal-reviewers"))
                .isEmpty();
        assertThat(Mentions.pieces("Ask @hr-reviewer.", List.of(), name -> name))
                .containsExactly(
                        new Piece("Ask ", false), new Piece("@Human-rights reviewer", true), new Piece(".", false));
    }

    @Test
    void a_mail_address_mentions_nobody() {
        assertThat(Mentions.in("Write to office@agency.example or a.b@c, or to @ nobody."))
                .isEmpty();
    }

    @Test
    void shows_those_mentioned_by_their_full_names() {
        assertThat(Mentions.pieces(
                        "Ask @dana.whitfield and @someone now.", List.of("dana.whitfield"), name -> "Dana Whitfield"))
                .containsExactly(
                        new Piece("Ask ", false),
                        new Piece("@Dana Whitfield", true),
                        new Piece(" and @someone now.", false));
    }
}
