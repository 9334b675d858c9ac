package org.contractethics.notification.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The one thread that waits for the mail server: however long that takes, it holds up neither index nor scans. */
@Configuration(proxyBeanMethods = false)
class MailThread {

    static final String NAME = "mailSending";

    /** Not a default candidate: everything else keeps the executor of the application. */
    @Bean(name = NAME, defaultCandidate = false)
    ThreadPoolTaskExecutor mailExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setThreadNamePrefix("mail-");
        executor.setDaemon(true);
        return executor;
    }
}
