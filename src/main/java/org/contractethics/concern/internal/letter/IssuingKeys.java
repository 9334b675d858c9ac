package org.contractethics.concern.internal.letter;

import java.security.KeyPair;
import org.springframework.stereotype.Component;

/** The key that signs blindly, made anew for each version of each letter: a token must count nowhere else. */
@Component
class IssuingKeys {

    KeyPair fresh() {
        return BlindSigning.newKey();
    }
}
