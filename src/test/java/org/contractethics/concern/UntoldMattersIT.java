package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.OpenMatters;
import org.contractethics.shared.OpenMatters.OpenMatter;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever looks again and again at what everybody reads sees no concern come or go in its minute (S22). */
@IntegrationTest
class UntoldMattersIT {

    private static final Actor NOAH = new Actor("noah.kim", "Noah Kim", Set.of(Role.EMPLOYEE));

    private final ConcernHands hands;
    private final OpenMatters matters;
    private final Concerns concerns;
    private final JdbcClient database;
    private final String id = UUID.randomUUID().toString();

    @Autowired
    UntoldMattersIT(MockMvcTester mvc, OpenMatters matters, Concerns concerns, JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.matters = matters;
        this.concerns = concerns;
        this.database = database;
    }

    @Test
    void counts_beside_what_everybody_reads_move_when_a_day_is_over() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("matter", "CAPABILITY:BIOMETRIC_ID"))));
        assertThat(ids(matters.open(Kind.CAPABILITY, NOAH))).as("to be weighed").contains(id);
        assertThat(told()).as("filed in this minute").doesNotContain(id);

        dayIsOver();
        assertThat(told()).contains(id);

        sent(hands.post("/concerns/" + id + "/withdraw", "erin.walsh", Map.of()));
        assertThat(ids(matters.open(Kind.CAPABILITY, NOAH))).doesNotContain(id);
        assertThat(told()).as("taken back in this minute").contains(id);

        dayIsOver();
        assertThat(told()).doesNotContain(id);
    }

    @Test
    void what_is_filed_and_taken_back_on_one_day_is_never_counted() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("matter", "CAPABILITY:BIOMETRIC_ID"))));
        sent(hands.post("/concerns/" + id + "/withdraw", "erin.walsh", Map.of()));

        assertThat(told()).doesNotContain(id);
        dayIsOver();
        assertThat(told()).doesNotContain(id);
    }

    private void dayIsOver() {
        DayOfFiling.ends(database, id);
        concerns.announce();
    }

    private List<String> told() {
        return ids(matters.told(Kind.CAPABILITY, NOAH));
    }

    private static List<String> ids(List<OpenMatter> found) {
        return found.stream().map(OpenMatter::id).map(ConcernId::toString).toList();
    }
}
