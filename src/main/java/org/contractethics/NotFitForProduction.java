package org.contractethics;

import java.util.List;

/** The start was refused; says why in sentences for the person who starts it. */
final class NotFitForProduction extends RuntimeException {

    private final transient List<String> problems;

    NotFitForProduction(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
