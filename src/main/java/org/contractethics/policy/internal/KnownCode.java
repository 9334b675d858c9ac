package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A code in the output of a table, as this software knows it. */
final class KnownCode {

    private KnownCode() {}

    /** @throws IllegalArgumentException with the codes there are, in words for whoever changes the table */
    static <E extends Enum<E>> E of(Class<E> codes, String code) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + ". It knows "
                        + Arrays.stream(codes.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
    }
}
