package org.contractethics.concern.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When those who handle concerns get their mail.
 *
 * @param digestHour hour of the day in the zone of the company, from 0 to 23
 */
@ConfigurationProperties("contract-ethics.concerns")
record DigestSettings(@DefaultValue("8") int digestHour) {

    DigestSettings {
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("contract-ethics.concerns.digest-hour must be from 0 to 23");
        }
    }
}
