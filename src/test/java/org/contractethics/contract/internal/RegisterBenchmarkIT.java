package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.contractethics.BenchmarkSize;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractFixtures;
import org.contractethics.contract.internal.RegisterIndexesIT.ManyContracts;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How fast the register answers with 100,000 contracts in it. Measured only on demand: {@code -Dbenchmark.register=100000}; in every
 * build it asks the same once over two hundred, which it takes back. Where it is measured, the database belongs to the run: who
 * owned a contract is kept for ever, and so is the contract.
 */
@IntegrationTest
class RegisterBenchmarkIT {

    private static final BenchmarkSize SIZE = BenchmarkSize.of("benchmark.register", 200);
    private static final int ROUNDS = SIZE.either(40, 1);
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
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (SIZE.isMeasured()) {
                // stored for good and vacuumed, as a register is a minute after a large import
                ManyContracts.fill(jdbc, SIZE.count());
                jdbc.sql("vacuum analyze contract.contract").update();
                measure(jdbc);
            } else {
                connection.setAutoCommit(false);
                ManyContracts.fill(jdbc, SIZE.count());
                measure(jdbc);
                connection.rollback();
            }
        }
    }

    private static void measure(JdbcClient jdbc) {
        RegisterSearch search = new RegisterSearch(
                jdbc,
                new RegisterLines(new Redactions(jdbc), CatalogueCapabilitiesTests.of(Map.of()), Clock.systemUTC()));
        assertThat(search.page(RegisterFilter.none(), EMPLOYEE).total()).isPositive();
        for (RegisterFilter filter : ManyContracts.questions()) {
            long[] millis = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                search.page(filter, EMPLOYEE);
                millis[i] = (System.nanoTime() - start) / 1_000;
            }
            Arrays.sort(millis);
            SIZE.say(
                    "register p50 %6.1f ms  p95 %6.1f ms  %s%n",
                    millis[ROUNDS / 2] / 1000.0, millis[ROUNDS * 95 / 100] / 1000.0, filter);
        }
    }
}
