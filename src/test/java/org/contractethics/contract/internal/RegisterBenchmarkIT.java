package org.contractethics.contract.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractFixtures;
import org.contractethics.contract.internal.RegisterIndexesIT.ManyContracts;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How fast the register answers with 100,000 contracts in it. Only on demand: {@code -Dbenchmark.register=100000}. */
@IntegrationTest
@EnabledIfSystemProperty(named = "benchmark.register", matches = "\\d+")
class RegisterBenchmarkIT {

    private static final int ROUNDS = 40;
    private static final Actor EMPLOYEE = ContractFixtures.person("erin.walsh", Role.EMPLOYEE);

    private final Environment settings;

    @Autowired
    RegisterBenchmarkIT(Environment settings) {
        this.settings = settings;
    }

    @Test
    void tells_how_long_the_common_questions_take() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"))) {
            // stored for good and vacuumed, as a register is a minute after a large import
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            ManyContracts.fill(jdbc, Integer.getInteger("benchmark.register"));
            jdbc.sql("vacuum analyze contract.contract").update();
            RegisterSearch search = new RegisterSearch(
                    jdbc,
                    new RegisterLines(
                            new Redactions(jdbc), CatalogueCapabilitiesTests.of(Map.of()), Clock.systemUTC()));
            List<RegisterFilter> questions = ManyContracts.questions();
            for (RegisterFilter filter : questions) {
                long[] millis = new long[ROUNDS];
                for (int i = 0; i < ROUNDS; i++) {
                    long start = System.nanoTime();
                    search.page(filter, EMPLOYEE);
                    millis[i] = (System.nanoTime() - start) / 1_000;
                }
                Arrays.sort(millis);
                System.out.printf(
                        "register p50 %6.1f ms  p95 %6.1f ms  %s%n",
                        millis[ROUNDS / 2] / 1000.0, millis[ROUNDS * 95 / 100] / 1000.0, filter);
            }
            ManyContracts.remove(jdbc);
        }
    }
}
