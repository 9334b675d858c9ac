package org.contractethics.review.internal.panel;

import java.util.Collection;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy;

/** Rights by code and title, in the words of one version of the policy. */
record RightsInWords(Policy version) {

    String of(String code) {
        return version.right(code).map(right -> code + " " + right.name()).orElse(code);
    }

    String of(Collection<String> codes) {
        return codes.stream().map(this::of).collect(Collectors.joining("; "));
    }
}
