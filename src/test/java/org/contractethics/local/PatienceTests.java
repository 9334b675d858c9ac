package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.mockito.Mockito;

class PatienceTests {

    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final TestPlan plan = Mockito.mock();

    @Test
    void a_test_that_never_ends_is_named() {
        Patience patience = new Patience(Duration.ofMillis(50), ends::add);
        patience.testPlanExecutionStarted(plan);

        patience.executionStarted(test("hangs"));

        await().until(() -> !ends.isEmpty());
        assertThat(ends).singleElement().asString().contains("PT0.05S", "began: [test:hangs]");
    }

    @Test
    void what_hangs_after_the_last_test_of_a_class_is_named_too() {
        Patience patience = new Patience(Duration.ofMillis(50), ends::add);
        patience.testPlanExecutionStarted(plan);

        patience.executionFinished(test("last"), TestExecutionResult.successful());

        await().until(() -> !ends.isEmpty());
        assertThat(ends).singleElement().asString().contains("ended: [test:last]");
    }

    @Test
    void nothing_is_given_up_after_the_last_test_of_all() {
        Patience patience = new Patience(Duration.ofSeconds(1), ends::add);
        patience.testPlanExecutionStarted(plan);

        patience.testPlanExecutionFinished(plan);

        await().during(Duration.ofSeconds(2)).until(ends::isEmpty);
    }

    private static TestIdentifier test(String name) {
        return TestIdentifier.from(new AbstractTestDescriptor(UniqueId.root("test", name), name) {
            @Override
            public Type getType() {
                return Type.TEST;
            }
        });
    }
}
