package org.contractethics.document.internal;

import java.io.IOException;
import org.contractethics.document.FileTexts;
import org.contractethics.document.isolation.ReadingLimits;
import org.contractethics.document.isolation.ReadingPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The processes that read files, and the threads that wait while they do. */
@Configuration(proxyBeanMethods = false)
class ReadingThreads {

    static final String NAME = FileTexts.THREADS;

    private static final Logger LOG = LoggerFactory.getLogger(ReadingThreads.class);

    /** Not a default candidate: everything else keeps the executor of the application. */
    @Bean(name = NAME, defaultCandidate = false)
    ThreadPoolTaskExecutor documentReadingExecutor(ReadingSettings settings) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(settings.readers());
        executor.setMaxPoolSize(settings.readers());
        executor.setThreadNamePrefix("reading-");
        executor.setDaemon(true);
        return executor;
    }

    @Bean
    ReadingPool readingPool(ReadingSettings settings) throws IOException {
        ReadingLimits limits = settings.limits(System.getenv("PATH"));
        LOG.info(
                "files are read in processes of their own memory={} at-a-time={} ocr={}",
                limits.memory(),
                limits.atATime(),
                limits.recognition() == null ? "off" : limits.recognition().program());
        return new ReadingPool(limits);
    }
}
