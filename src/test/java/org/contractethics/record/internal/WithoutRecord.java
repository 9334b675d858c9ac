package org.contractethics.record.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.contractethics.record.checkpoint.CommittedEntries;
import org.contractethics.record.signing.EntryMac;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What an act costs by itself: meanwhile everything is committed without its entries. For measuring only. */
public final class WithoutRecord {

    private static final String FIELD = "appending";
    private static final String WAIT = "decisionsWait";

    private WithoutRecord() {}

    public static long during(ApplicationContext application, LongSupplier acts) {
        AppendingBeforeCommit appending = application.getBean(AppendingBeforeCommit.class);
        Object honest = Objects.requireNonNull(ReflectionTestUtils.getField(appending, FIELD));
        ReflectionTestUtils.setField(appending, FIELD, new Dropping(application));
        try {
            return acts.getAsLong();
        } finally {
            ReflectionTestUtils.setField(appending, FIELD, honest);
        }
    }

    /** Meanwhile no answer to a decision waits until it is witnessed, whatever the settings say. */
    public static void withoutWaiting(ApplicationContext application, Runnable acts) {
        CommittedEntries entries = application.getBean(CommittedEntries.class);
        Object set = Objects.requireNonNull(ReflectionTestUtils.getField(entries, WAIT));
        ReflectionTestUtils.setField(entries, WAIT, Duration.ZERO);
        try {
            acts.run();
        } finally {
            ReflectionTestUtils.setField(entries, WAIT, set);
        }
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
