package org.contractethics.concern.internal.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a concern is kept after its last word (Directive (EU) 2019/1937 art. 18: no longer than necessary).
 *
 * @param keepAnsweredMonths where the answer stood, or was confirmed on appeal
 * @param keepChangedMonths where an appeal changed the answer: what came of it is followed for longer
 */
@ConfigurationProperties("contract-ethics.concerns")
record RetentionSettings(@DefaultValue("24") int keepAnsweredMonths, @DefaultValue("60") int keepChangedMonths) {

    /** The filer may appeal for 60 days, and a ruling may take three months: nothing is purged before both are over. */
    private static final int LEAST = 6;

    RetentionSettings {
        demand("contract-ethics.concerns.keep-answered-months", keepAnsweredMonths);
        demand("contract-ethics.concerns.keep-changed-months", keepChangedMonths);
    }

    private static void demand(String setting, int months) {
        if (months < LEAST) {
            throw new IllegalArgumentException(setting + " must be at least " + LEAST);
        }
    }
}
