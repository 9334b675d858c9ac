package org.contractethics.record.verification;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as whoever owns its tables reaches it, going around the application. */
record OwnersDatabase(JdbcClient client, TransactionTemplate transaction) {

    static OwnersDatabase of(Environment settings) {
        DriverManagerDataSource owners = new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getProperty("spring.flyway.password", ""));
        return new OwnersDatabase(
                JdbcClient.create(owners), new TransactionTemplate(new JdbcTransactionManager(owners)));
    }
}
