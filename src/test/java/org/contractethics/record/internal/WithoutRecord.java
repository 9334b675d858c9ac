package org.contractethics.record.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.contractethics.record.signing.EntryMac;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Until it is closed, what happens is committed without its entries: what an act costs by itself. For measuring only. */
public final class WithoutRecord implements AutoCloseable {

    private static final String FIELD = "appending";

    private final AppendingBeforeCommit appending;
    private final Object honest;

    public WithoutRecord(ApplicationContext application) {
        this.appending = application.getBean(AppendingBeforeCommit.class);
        this.honest = Objects.requireNonNull(ReflectionTestUtils.getField(appending, FIELD));
        ReflectionTestUtils.setField(appending, FIELD, new Dropping(application));
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(appending, FIELD, honest);
    }

    private static final class Dropping extends AppendingFacts {

        Dropping(ApplicationContext application) {
            super(
                    application.getBean(JdbcClient.class),
                    application.getBean(EntryMac.class),
                    application.getBean(Clock.class));
        }

        @Override
        long append(List<Fact> facts) {
            return 0;
        }
    }
}
