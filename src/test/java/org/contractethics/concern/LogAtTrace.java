package org.contractethics.concern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Until it is closed, everything that handles a concern says all it can say: nothing of it may be a word of somebody. */
public final class LogAtTrace implements AutoCloseable {

    private final Map<Logger, Level> before = new LinkedHashMap<>();

    public LogAtTrace() {
        for (String name : new String[] {
            "org.contractethics.concern",
            "org.contractethics.record",
            "org.contractethics.workflow",
            "org.springframework.jdbc.core",
            "org.springframework.web.servlet.mvc",
            "com.google.crypto.tink"
        }) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.TRACE);
        }
    }

    @Override
    public void close() {
        before.forEach(Logger::setLevel);
    }
}
