package org.contractethics.record.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contractethics.record.internal.RecordSettings;
import org.springframework.stereotype.Component;

/**
 * What an entry tells of a secret. Keys that prove or seal are random, so a fingerprint under the key of the keyed hashes tells that one
 * was exchanged and nothing else. Passwords are chosen by people and could be guessed by whoever has that key: of them an entry tells only
 * that there is one. Whatever is called like a secret is one, unless it is listed as public.
 */
@Component
class SecretSettings {

    static final String GIVEN = "given";

    private static final String FILE = "file:";

    private static final Pattern SECRET =
            Pattern.compile("(.*[.-])?(secret|password|passphrase|token|credentials|keys?)");

    private static final Set<String> PUBLIC =
            Set.of("contract-ethics.custodian.public-key", "contract-ethics.record.key-exchange.retired-keys");

    private static final Set<String> RANDOM = Set.of(
            "contract-ethics.custodian.private-key",
            "contract-ethics.custodian.lookup-key",
            "contract-ethics.record.signer-key",
            "contract-ethics.record.mac-key",
            "contract-ethics.record.key-exchange.next-signer-key",
            "contract-ethics.webhooks.secret-key");

    private final byte[] key;

    SecretSettings(RecordSettings settings) {
        this.key = settings.macSecret();
    }

    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches() && !PUBLIC.contains(name);
    }

    /** @param value as it is set; {@code file:} and a path stand for what is in the file */
    String told(String name, String value) {
        return RANDOM.contains(name) ? "fingerprint:" + fingerprint("setting", name + "\n" + content(value)) : GIVEN;
    }

    /** Of all settings together, so that two states can be compared without their values. */
    String fingerprint(Collection<Setting> settings) {
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                one -> lines.append(one.name()).append('\0').append(one.value()).append('\0'));
        return fingerprint("settings", lines.toString());
    }

    private String fingerprint(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            byte[] whole =
                    mac.doFinal(("contract-ethics " + purpose + " v1\0" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    private static String content(String value) {
        String text = value.strip();
        try {
            return text.startsWith(FILE)
                    ? Files.readString(Path.of(text.substring(FILE.length()))).strip()
                    : text;
        } catch (IOException | InvalidPathException e) {
            return text;
        }
    }
}
