package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.ContractFixtures;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No question the register is commonly asked walks through the whole table. */
@IntegrationTest
class RegisterIndexesIT {

    private static final Actor REVIEWER = ContractFixtures.person("dana.whitfield", Role.HR_REVIEWER);
    private static final Actor EMPLOYEE = ContractFixtures.person("erin.walsh", Role.EMPLOYEE);

    private static final Actor SALES = ContractFixtures.person("sofia.marin", Role.SUBMITTER);

    /** Where the last page begins that can be turned to. */
    private static final int LAST_PAGE = RegisterSearch.MOST_COUNTED - RegisterSearch.PAGE;

    private final Environment settings;

    @Autowired
    RegisterIndexesIT(Environment settings) {
        this.settings = settings;
    }

    @Test
    void common_questions_are_answered_by_an_index() throws SQLException {
        try (Connection connection = owner()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            ManyContracts.fill(jdbc, 100_000);
            settle(jdbc);

            for (RegisterFilter filter : ManyContracts.questions()) {
                for (Actor viewer : List.of(REVIEWER, EMPLOYEE, SALES)) {
                    for (int offset : List.of(0, LAST_PAGE)) {
                        assertThat(plan(jdbc, RegisterSearch.listSql(filter, viewer, offset), filter, viewer))
                                .as("page from %d of %s", offset, filter)
                                .doesNotContain("Seq Scan on contract");
                    }
                    assertThat(plan(jdbc, RegisterSearch.countSql(filter, viewer), filter, viewer))
                            .as("count of %s", filter)
                            .doesNotContain("Seq Scan on contract");
                }
            }
            connection.rollback();
        }
    }

    /** What the database does by itself within a minute of a large import. */
    static void settle(JdbcClient jdbc) {
        jdbc.sql(
                        "select gin_clean_pending_list('contract.contract_by_words'), gin_clean_pending_list('contract.contract_by_shown_words'),"
                                + " gin_clean_pending_list('contract.contract_by_country')")
                .query((row, n) -> true)
                .list();
        jdbc.sql("analyze contract.contract").update();
        jdbc.sql("analyze contract.redaction").update();
    }

    private static String plan(JdbcClient jdbc, String sql, RegisterFilter filter, Actor viewer) {
        return String.join(
                "\n",
                RegisterSearch.bind(jdbc.sql("explain " + sql), filter, viewer, LocalDate.now(ZoneOffset.UTC))
                        .query(String.class)
                        .list());
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    /** A register as large as asked for, and what people ask of it. */
    static final class ManyContracts {

        private ManyContracts() {}

        static void fill(JdbcClient jdbc, int count) {
            jdbc.sql(
                            """
                            insert into contract.contract (id, title, description, awarding_name, awarding_type, awarding_country,
                                supplier, resellers, end_users, capabilities, data_kinds, countries, obligated_minor, currency,
                                obligated_units, award_year, secrecy, source, imported_by, state, submitter, tier, registered_at, changed_at,
                                changed_by, words, shown_words)
                            select gen_random_uuid(), 'Contract ' || n || ' for ' || w.topic, repeat(w.topic || ' delivered as ordered by the office. ', 12),
                                'Agency ' || (n %% 150), (array['BORDER','POLICE','MILITARY','HEALTH','UNKNOWN'])[1 + n %% 5],
                                (array['US','GB','AU','PY','MX'])[1 + n %% 5], 'Supplier ' || (n %% 900), '{}', '{}', '{}', '{}',
                                array[(array['US','GB','AU','PY','MX'])[1 + n %% 5]], case when n %% 30 > 0 then n * 7919 %% 100000 * 1000 end, 'USD', case when n %% 30 > 0 then n * 7919 %% 100000 * 10 end, 2010 + n %% 16,
                                case when n %% 100 = 0 then 'CLASSIFIED' else 'NONE' end, 'USASPENDING', 'system',
                                (array['REGISTERED','IN_REVIEW','REJECTED'])[1 + least(n %% 40, 2)],
                                case when n %% 50 = 0 then 'sofia.marin' end,
                                case when n %% 40 < 2 then null else 'T3' end, now(), now(), 'system',
                                array_to_tsvector(string_to_array('contract ' || n || ' for ' || lower(w.topic) || n %% 5 || ' supplier ' || n %% 900, ' ')),
                                array_to_tsvector(string_to_array('contract ' || n || ' for ' || lower(w.topic) || n %% 5 || ' supplier ' || n %% 900, ' '))
                            from generate_series(1, %d) as n
                            join (values (0, 'detention'), (1, 'scanner'), (2, 'cloud'), (3, 'software'), (4, 'radio'), (5, 'drone'),
                                         (6, 'laptop'), (7, 'analytics'), (8, 'network'), (9, 'translation')) as w(k, topic) on w.k = (n / 7) %% 10"""
                                    .formatted(count))
                    .update();
            jdbc.sql(
                            """
                            insert into contract.redaction (id, contract_id, fields, reason, requested_by, requested_at, ends_on, secrecy,
                                provisional_until)
                            select gen_random_uuid(), id, array['TITLE', 'AGENCY', 'SUPPLIER', 'VALUE', 'PERIOD'], 'Secrecy terms of it',
                                'system', now(), current_date + 300, secrecy, current_date + 10
                            from contract.contract where secrecy <> 'NONE' and imported_by = 'system'""")
                    .update();
        }

        static List<RegisterFilter> questions() {
            RegisterFilter none = RegisterFilter.none();
            return Stream.of(
                            none,
                            with("detention3", "", null, null, null, "", RegisterOrder.NEWEST),
                            with("C-000123", "", null, null, null, "", RegisterOrder.NEWEST),
                            with("supplier 17 scan", "", null, null, null, "", RegisterOrder.NEWEST),
                            with("", "Agency 7", null, null, null, "", RegisterOrder.NEWEST),
                            with("", "", AgencyType.BORDER, null, null, "", RegisterOrder.NEWEST),
                            with("", "", null, ContractState.IN_REVIEW, null, "", RegisterOrder.NEWEST),
                            with("", "", null, null, 2018, "", RegisterOrder.NEWEST),
                            with("", "", null, null, null, "PY", RegisterOrder.NEWEST),
                            with("", "", null, null, null, "", RegisterOrder.VALUE),
                            with("", "", null, null, null, "", RegisterOrder.TITLE),
                            with("", "", AgencyType.POLICE, ContractState.REJECTED, null, "GB", RegisterOrder.NEWEST),
                            with("", "", null, null, null, "", RegisterOrder.OLDEST),
                            with("", "", null, null, null, "", RegisterOrder.AGENCY),
                            tier("T3"),
                            tier(RegisterFilter.NO_TIER),
                            amount(ValueBand.UP_TO_100K),
                            amount(ValueBand.OVER_100M),
                            amount(ValueBand.UNKNOWN),
                            mine())
                    .toList();
        }

        private static RegisterFilter tier(String tier) {
            return new RegisterFilter("", "", null, null, tier, null, null, "", false, RegisterOrder.NEWEST, 1);
        }

        private static RegisterFilter amount(ValueBand band) {
            return new RegisterFilter("", "", null, null, "", null, band, "", false, RegisterOrder.NEWEST, 1);
        }

        private static RegisterFilter mine() {
            return new RegisterFilter("", "", null, null, "", null, null, "", true, RegisterOrder.NEWEST, 1);
        }

        private static RegisterFilter with(
                String text,
                String agency,
                @Nullable AgencyType type,
                @Nullable ContractState state,
                @Nullable Integer year,
                String country,
                RegisterOrder order) {
            return new RegisterFilter(text, agency, type, state, "", year, null, country, false, order, 1);
        }
    }
}
