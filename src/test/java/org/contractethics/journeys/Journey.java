package org.contractethics.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that walks through the pages with a {@link Browser}. Shares the application of every other integration test. Without
 * Chromium or Node it is skipped, and the build says so in its last lines; {@code -Djourneys.required=true} makes that a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserTools.class)
@IntegrationTest
public @interface Journey {}
