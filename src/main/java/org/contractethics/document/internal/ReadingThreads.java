package org.contractethics.document.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that wait while files are read. */
@Configuration(proxyBeanMethods = false)
class ReadingThreads {

    static final String NAME = "documentReadingExecutor";

    /** Not a default candidate: everything else keeps the executor of the application. */
    @Bean(name = NAME, defaultCandidate = false)
    ThreadPoolTaskExecutor documentReadingExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(2);
        executor.setMaxPoolSize(2);
        executor.setThreadNamePrefix("reading-");
        executor.setDaemon(true);
        return executor;
    }
}
