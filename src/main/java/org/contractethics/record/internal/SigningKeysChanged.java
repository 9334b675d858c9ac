package org.contractethics.record.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.SystemEvent;

/**
 * The checkpoints are signed by other keys than before: an exchange of keys begins or ends.
 *
 * @param signingKeys public keys that sign from now on
 */
record SigningKeysChanged(Instant occurredAt, List<String> signingKeys) implements SystemEvent {

    static final String KIND = "signing-keys-changed";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("signingKeys", signingKeys);
    }
}
