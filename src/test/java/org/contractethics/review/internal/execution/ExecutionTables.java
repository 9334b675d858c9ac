package org.contractethics.review.internal.execution;

import java.time.Clock;
import org.contractethics.document.ExecutedCopies;
import org.contractethics.review.internal.StageWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this package keeps, for tests that put the reviews together by hand. */
public final class ExecutionTables {

    private ExecutionTables() {}

    public static CheckingExecution checking(ExecutedCopies executed, JdbcClient jdbc, Clock clock) {
        return new CheckingExecution(executed, new ExecutedCopiesOfReviews(jdbc), clock);
    }

    public static BringingExecutedCopies bringing(StageWork work, ExecutedCopies executed, JdbcClient jdbc) {
        return new BringingExecutedCopies(work, executed, new ExecutedCopiesOfReviews(jdbc));
    }
}
