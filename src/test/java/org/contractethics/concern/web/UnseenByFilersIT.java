package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.web.QuestionHands.DANA;
import static org.contractethics.concern.web.QuestionHands.ERIN;

import java.util.Map;
import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.UnseenByFilers;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A filer with an account is told that something is new for them, and nothing is kept or mailed that names them beside a concern. */
@IntegrationTest
class UnseenByFilersIT {

    private final QuestionHands people;
    private final UnseenByFilers unseen;
    private final JdbcClient jdbc;

    UnseenByFilersIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired UnseenByFilers unseen,
            @Autowired JdbcClient jdbc) {
        this.people = new QuestionHands(mvc, registering);
        this.unseen = unseen;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CONFIDENTIAL"})
    void a_question_that_was_passed_on_is_told_in_words_that_tell_nothing_until_the_page_is_opened(String mode) {
        people.file(Map.of("mode", mode));
        assertThat(unseen.of(actor(ERIN))).as("by their own filing").doesNotContain(id());
        sent(people.ask(DANA));
        assertThat(unseen.of(actor(ERIN))).as("before it was passed on").doesNotContain(id());
        people.acknowledge();
        String filer = people.page(ERIN);
        assertThat(filer).contains("Acknowledged on");
        assertThat(unseen.of(actor(ERIN))).as("read").doesNotContain(id());
        int kept = noticesOf(ERIN);

        sent(people.passOn());

        assertThat(unseen.of(actor(ERIN))).contains(id());
        assertThat(body(people.hands.get("/notices", ERIN)))
                .contains("News among the concerns", "The list of concerns says where something is new.")
                .doesNotContain(people.canary);
        assertThat(body(people.hands.get("/notices/count", ERIN))).contains("unread");
        assertThat(body(people.hands.get("/concerns", ERIN))).contains(">New<");
        assertThat(noticesOf(ERIN)).as("kept beside the name").isEqualTo(kept);
        for (String other : Set.of(DANA, QuestionHands.OLGA)) {
            assertThat(unseen.of(actor(other))).doesNotContain(id());
            people.page(QuestionHands.OLGA);
            assertThat(unseen.of(actor(ERIN))).as("seen by somebody else").contains(id());
        }

        assertThat(people.page(ERIN)).contains(people.question);
        assertThat(unseen.of(actor(ERIN))).doesNotContain(id());
        sent(people.hands.post("/concerns/" + people.id + "/messages", QuestionHands.OLGA, Map.of("message", "More.")));
        assertThat(unseen.of(actor(ERIN))).as("by a message of an officer").contains(id());
    }

    @Test
    void the_table_names_concerns_and_nothing_else() {
        assertThat(jdbc.sql(
                                """
                                select column_name from information_schema.columns
                                where table_schema = 'concern' and table_name = 'unseen_by_filer'""")
                        .query(String.class)
                        .list())
                .containsExactly("concern");
        assertThatThrownBy(() -> jdbc.sql("insert into concern.unseen_by_filer values (gen_random_uuid())")
                        .update())
                .hasStackTraceContaining("violates foreign key");
    }

    private ConcernId id() {
        return ConcernId.valueOf(people.id);
    }

    private static Actor actor(String username) {
        return new Actor(username, username, Set.of(Role.EMPLOYEE));
    }

    private int noticesOf(String username) {
        return jdbc.sql("select count(*) from notification.notice where username = :name and link like '/concerns%'")
                .param("name", username)
                .query(Integer.class)
                .single();
    }
}
