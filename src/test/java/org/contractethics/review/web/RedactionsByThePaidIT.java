package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.redaction.RedactingContracts;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H1, H2 and H18: whoever is paid by a contract, or stepped back from its review, withholds nothing of it from staff. */
@IntegrationTest
class RedactionsByThePaidIT {

    private static final Actor GEORGE = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final RedactingContracts redacting;
    private final JdbcClient database;

    @Autowired
    RedactionsByThePaidIT(MockMvcTester mvc, BegunReviews begun, RedactingContracts redacting, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.redacting = redacting;
        this.database = database;
    }

    @Test
    void somebody_of_the_account_team_decides_on_none() throws Exception {
        Begun review = begun.submitted(mvc);
        UUID redaction = asked(review);
        database.sql("update review.review set account_team = array['george.tan'] where id = :id")
                .param("id", review.review().value())
                .update();

        refused(review, redaction, "george.tan");
        assertThatThrownBy(() -> redacting.approve(redaction, GEORGE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED));
        assertThat(review.hands().post("ruth.castillo", path(review, redaction) + "/approve", Map.of()))
                .as("somebody without a part in the sale")
                .hasStatus(HttpStatus.FOUND);
    }

    @Test
    void whoever_stepped_back_from_the_review_decides_on_none() throws Exception {
        Begun review = begun.submitted(mvc);
        UUID redaction = asked(review);
        database.sql("insert into review.recusal (id, review_id, person, stage, interest, declared_at)"
                        + " values (gen_random_uuid(), :review, 'ruth.castillo', null, 'SHARES', now())")
                .param("review", review.review().value())
                .update();

        refused(review, redaction, "ruth.castillo");
        assertThat(review.hands()
                        .post("george.tan", path(review, redaction) + "/refuse", Map.of("why", "It is known.")))
                .hasStatus(HttpStatus.FOUND);
    }

    private void refused(Begun review, UUID redaction, String person) throws Exception {
        String path = path(review, redaction);
        assertThat(review.hands().page(person, "/contracts/" + review.contract() + "/redaction"))
                .doesNotContain("Approve the redaction");
        for (String step : List.of("/approve", "/refuse")) {
            assertThat(review.hands().post(person, path + step, Map.of("why", "I say so.")))
                    .hasStatus(HttpStatus.FORBIDDEN)
                    .bodyText()
                    .contains("(H1, H2, H18)");
        }
        for (String approved : List.of("true", "false")) {
            assertThatThrownBy(() -> database.sql("update contract.redaction set approved = " + approved
                                    + ", decided_by = :person, decided_at = now(), decided_why = case when " + approved
                                    + " then null else 'x' end where id = :id")
                            .param("person", person)
                            .param("id", redaction)
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("nobody decides on a redaction");
        }
    }

    private UUID asked(Begun review) {
        assertThat(review.hands()
                        .post(
                                "tom.lindqvist",
                                "/contracts/" + review.contract() + "/redaction",
                                Map.of(
                                        "fields",
                                        "TITLE",
                                        "reason",
                                        "The tender is still open.",
                                        "endsOn",
                                        LocalDate.now(ZoneOffset.UTC)
                                                .plusMonths(1)
                                                .toString())))
                .hasStatus(HttpStatus.FOUND);
        return database.sql("select id from contract.redaction where contract_id = :id")
                .param("id", review.contract().value())
                .query(UUID.class)
                .single();
    }

    private static String path(Begun review, UUID redaction) {
        return "/contracts/" + review.contract() + "/redaction/" + redaction;
    }
}
