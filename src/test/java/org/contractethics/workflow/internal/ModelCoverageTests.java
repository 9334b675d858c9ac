package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No model without a test class of its own that passes every element of it: the class is named after the file, runs the model of
 * the file, and fails at its end with the ids that nothing passed ({@link EngineRig#leftOut()}).
 */
class ModelCoverageTests {

    static Stream<File> models() {
        return BpmnFilesTests.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_model_has_a_test_class_that_tells_which_elements_it_left_out(File model) throws Exception {
        String id = model.getName().replace(".bpmn", "");
        // not initialized: that would start the engine of each
        Class<?> tests = Class.forName(
                getClass().getPackageName() + "." + className(id),
                false,
                getClass().getClassLoader());

        Method atTheEnd = tests.getDeclaredMethod("everyNodeAndFlowWasPassed");
        assertThat(atTheEnd.isAnnotationPresent(AfterAll.class)).isTrue();
        assertThat(Arrays.stream(tests.getDeclaredFields()).map(field -> field.getType()))
                .as("an engine that notes what is passed")
                .anyMatch(EngineRig.class::equals);
        assertThat(tests.getDeclaredMethods()).hasSizeGreaterThan(1);
    }

    private static String className(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "", "ProcessTests"));
    }
}
