package org.contractethics.record.operation;

import java.text.Normalizer;
import org.contractethics.shared.Sha256;

/**
 * One setting as it is in force.
 *
 * @param value as text; of a secret what may be told of it
 * @param open whether the value can name nobody, so that the entry tells it openly
 */
record Setting(String name, String value, boolean open) {

    /** Longer ones are told by their hash. */
    private static final int LONGEST = 4_000;

    Setting {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        value = composed.length() > LONGEST ? "SHA-256 " + Sha256.hex(composed) : composed;
    }

    static Setting open(String name, Object value) {
        return new Setting(name, value.toString(), true);
    }

    static Setting sealed(String name, String value) {
        return new Setting(name, value, false);
    }
}
