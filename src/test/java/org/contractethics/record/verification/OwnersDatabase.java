package org.contractethics.record.verification;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as whoever owns its tables reaches it, going around the application. */
record OwnersDatabase(JdbcOperations rows, JdbcClient client, TransactionTemplate transaction) {

    static OwnersDatabase of(Environment settings) {
        DriverManagerDataSource owners = new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getProperty("spring.flyway.password", ""));
        JdbcTemplate rows = new JdbcTemplate(owners);
        return new OwnersDatabase(
                rows, JdbcClient.create(rows), new TransactionTemplate(new JdbcTransactionManager(owners)));
    }
}
