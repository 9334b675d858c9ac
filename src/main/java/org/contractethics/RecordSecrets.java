package org.contractethics;

import static org.contractethics.ProductionSettings.RECORD_MAC;
import static org.contractethics.ProductionSettings.RECORD_NEXT_SIGNER;
import static org.contractethics.ProductionSettings.RECORD_SIGNER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The two secrets of the record, and the third that there is while keys are exchanged. */
final class RecordSecrets {

    private static final int SECRET = 32;

    private RecordSecrets() {}

    /** One sentence for each setting that must be mended. */
    static List<String> problems(ProductionSettings settings) {
        List<String> problems = new ArrayList<>();
        secret(settings, RECORD_SIGNER).ifPresent(problems::add);
        secret(settings, RECORD_MAC).ifPresent(problems::add);
        if (!settings.get(RECORD_NEXT_SIGNER).isEmpty()) {
            secret(settings, RECORD_NEXT_SIGNER).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            alike(settings, RECORD_SIGNER, RECORD_MAC).ifPresent(problems::add);
            alike(settings, RECORD_NEXT_SIGNER, RECORD_SIGNER).ifPresent(problems::add);
            alike(settings, RECORD_NEXT_SIGNER, RECORD_MAC).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<String> alike(ProductionSettings settings, String one, String other) {
        return settings.get(one).equals(settings.get(other))
                ? Optional.of("Settings %s and %s are the same secret: put two there.".formatted(one, other))
                : Optional.empty();
    }

    private static Optional<String> secret(ProductionSettings settings, String name) {
        String wanted = "put there 32 random bytes in Base64, as openssl rand -base64 32 prints them.";
        String text = settings.get(name);
        if (text.isEmpty()) {
            return Optional.of("Setting %s is missing: %s".formatted(name, wanted));
        }
        try {
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length != SECRET) {
                return Optional.of("Setting %s is malformed: %s".formatted(name, wanted));
            }
            return new String(secret, StandardCharsets.ISO_8859_1).startsWith("demonstration-")
                    ? Optional.of("Setting %s has the public value of the demonstration: %s".formatted(name, wanted))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("Setting %s is malformed: %s".formatted(name, wanted));
        }
    }
}
