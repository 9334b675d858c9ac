package org.contractethics.access.internal.anonymous;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * While a thread serves an anonymous page, only our own loggers speak, and they name ids and numbers alone: a framework that is set to
 * tell everything would otherwise write down what people typed. Loggers of the server that quote whole requests before anybody knows
 * whose they are never say more than what they always say (S6).
 */
@Component
class QuietLogs {

    private static final String OURS = "org.contractethics.";
    private static final List<String> QUOTE_REQUESTS =
            List.of("org.apache.coyote", "org.apache.tomcat", "org.apache.catalina");

    private static final ThreadLocal<Boolean> SILENT = new ThreadLocal<>();

    private final TurboFilter filter = new Filter();

    /** From here on this thread is silent, until {@link #end}. */
    static void begin() {
        SILENT.set(true);
    }

    static void end() {
        SILENT.remove();
    }

    @PostConstruct
    void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.addTurboFilter(filter);
        }
    }

    @PreDestroy
    void remove() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getTurboFilterList().remove(filter);
        }
    }

    private static final class Filter extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] arguments,
                @Nullable Throwable throwable) {
            // asked at each line that is not written either, some thousand times a page
            if (!level.isGreaterOrEqual(logger.getEffectiveLevel())) {
                return FilterReply.NEUTRAL;
            }
            String name = logger.getName();
            if (SILENT.get() != null) {
                boolean speaks = name.startsWith(OURS) && level.isGreaterOrEqual(Level.INFO);
                return speaks ? FilterReply.NEUTRAL : FilterReply.DENY;
            }
            boolean quotes = !level.isGreaterOrEqual(Level.INFO)
                    && QUOTE_REQUESTS.stream().anyMatch(name::startsWith);
            return quotes ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
