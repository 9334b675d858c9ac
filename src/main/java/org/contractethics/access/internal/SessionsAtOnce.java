package org.contractethics.access.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Two requests of one session may leave the same word for the next page, as after a double click: the later one stands. Otherwise the
 * second fails after its act was committed, and the person reads of a failure that there was none of.
 */
@Configuration(proxyBeanMethods = false)
class SessionsAtOnce {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterAttributesStand() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
