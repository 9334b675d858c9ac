package org.contractethics;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the reasons of a refused start instead of a stack trace. */
final class NotFitForProductionAnalyzer extends AbstractFailureAnalyzer<NotFitForProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotFitForProduction cause) {
        return new FailureAnalysis(
                String.join(System.lineSeparator(), cause.problems()),
                "Mend what is named above; config/application-production.yml says which environment variable feeds which setting.",
                cause);
    }
}
