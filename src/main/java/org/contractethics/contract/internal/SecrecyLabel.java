package org.contractethics.contract.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.Contract.Secrecy;

/** The words for secrecy terms. */
public final class SecrecyLabel {

    private SecrecyLabel() {}

    public static String of(Secrecy secrecy) {
        return switch (secrecy) {
            case NONE -> "None";
            case CONFIDENTIAL_TERMS -> "Terms are confidential";
            case EXISTENCE_SECRET -> "Existence is secret";
            case CLASSIFIED -> "Classified";
        };
    }

    /** By its words or its name. */
    public static Optional<Secrecy> read(String text) {
        return Stream.of(Secrecy.values())
                .filter(secrecy ->
                        of(secrecy).equalsIgnoreCase(text) || secrecy.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** Name to words, for lists. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.of(Secrecy.values()).forEach(secrecy -> all.put(secrecy.name(), of(secrecy)));
        return all;
    }
}
