package org.contractethics.concern.internal.letter;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A few keys for all letters of a test run: making one takes seconds where Java runs with its first compiler only. They are handed out in
 * turn, so letters and versions that follow each other have different ones, as all of them have in the product.
 */
@Component
@ConditionalOnProperty(IssuingKeysInTurn.SETTING)
final class IssuingKeysInTurn implements BeanPostProcessor {

    /** Set for tests alone: the demonstration has these classes, too, and makes a key for each letter as the product does. */
    static final String SETTING = "contract-ethics.test.signing-keys-in-turn";

    private static final int KEYS = 4;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof IssuingKeys keys ? new InTurn(keys) : bean;
    }

    private static final class InTurn extends IssuingKeys {

        private final IssuingKeys keys;
        private final List<KeyPair> made = new ArrayList<>();
        private int turn;

        private InTurn(IssuingKeys keys) {
            this.keys = keys;
        }

        @Override
        synchronized KeyPair fresh() {
            int next = turn++ % KEYS;
            if (next == made.size()) {
                made.add(keys.fresh());
            }
            return made.get(next);
        }
    }
}
