package org.contractethics.concern.internal.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The custodian's keys: each the text that the command {@code custodian-key} wrote, or {@code file:} and the path of a file with it.
 *
 * @param publicKey seals; without it nothing can be filed
 * @param privateKey opens; without it the application starts sealed
 * @param lookupKey finds the concerns of a filer again, whose name stands nowhere
 */
@ConfigurationProperties("contract-ethics.custodian")
record CustodianSettings(@Nullable String publicKey, @Nullable String privateKey, @Nullable String lookupKey) {

    private static final String FILE = "file:";

    /** Before the public keys of the demonstration, so that production refuses them. */
    private static final String DEMONSTRATION = "demonstration-";

    Optional<byte[]> publicBytes() {
        return bytes("public-key", publicKey);
    }

    Optional<byte[]> privateBytes() {
        return bytes("private-key", privateKey);
    }

    Optional<byte[]> lookupBytes() {
        return bytes("lookup-key", lookupKey);
    }

    private static Optional<byte[]> bytes(String name, @Nullable String setting) {
        String text = setting == null ? "" : setting.strip();
        if (text.startsWith(FILE)) {
            text = read(name, text.substring(FILE.length()));
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(withoutMark(text)));
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(DEMONSTRATION) ? text.substring(DEMONSTRATION.length()) : text;
    }

    private static String read(String name, String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new IllegalStateException(
                    "Setting contract-ethics.custodian.%s names no readable file: put the path of one there."
                            .formatted(name));
        }
    }

    /** Says which setting, never what stands in it. */
    static IllegalStateException malformed(String name) {
        return new IllegalStateException(
                "Setting contract-ethics.custodian.%s is malformed: put there what the command custodian-key wrote."
                        .formatted(name));
    }
}
