package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Retention;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a legal hold stands that nobody confirmed. */
@IntegrationTest
class LegalHoldIT {

    private final ConcernHands hands;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final List<Retention> retention;
    private final String id = UUID.randomUUID().toString();

    LegalHoldIT(
            @Autowired MockMvcTester mvc,
            @Autowired TransactionTemplate transaction,
            @Autowired JdbcClient database,
            @Autowired List<Retention> retention) {
        this.retention = retention;
        this.hands = new ConcernHands(mvc);
        this.transaction = transaction;
        this.database = database;
    }

    @Test
    void an_unconfirmed_hold_stands_for_fourteen_days_whatever_day_it_is_where_the_database_is_asked() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int days : List.of(14, 15)) {
            holdAsked(today.minusDays(days));

            assertThat(body(hands.get("/concerns/" + id, "erin.walsh")).contains("A legal hold keeps it longer"))
                    .isEqualTo(days == 14);
            assertThat(duties()).hasSize(days == 14 ? 1 : 0);
            // at any hour the day differs from that of UTC in one of them
            for (String zone : List.of("Etc/GMT+12", "Pacific/Kiritimati")) {
                assertThat(isHeld(zone, today)).as(zone).isEqualTo(days == 14);
                assertThat(isHeld(zone, today.minusDays(1))).as(zone).isTrue();
            }
            TableOwner.executes("delete from concern.legal_hold where concern = '%s'".formatted(id));
        }
    }

    /** What keeps the people from being erased who did something for this concern. */
    private List<String> duties() {
        return retention.stream()
                .flatMap(one -> one.duties(Set.of(), Set.of(ConcernId.valueOf(id))).stream())
                .toList();
    }

    private void holdAsked(LocalDate day) {
        database.sql(
                        """
                        insert into concern.legal_hold (id, concern, reason, asked_by, asked_on)
                        values (gen_random_uuid(), :id::uuid, 'A labour court asked for it in this year.', 'olga.petrova', :day)""")
                .param("id", id)
                .param("day", day)
                .update();
    }

    private boolean isHeld(String zone, LocalDate day) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            database.sql("select set_config('TimeZone', :zone, true)")
                    .param("zone", zone)
                    .query(String.class)
                    .single();
            return database.sql("select concern.is_held(:id::uuid, :day)")
                    .param("id", id)
                    .param("day", day)
                    .query(Boolean.class)
                    .single();
        }));
    }
}
