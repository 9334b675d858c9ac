package org.contractethics.review.internal.followup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param samplePercent how many of a hundred decisions of T1 are reviewed a second time; each drawing keeps the one it was made with */
@ConfigurationProperties("contract-ethics.review")
public record SampleProperties(@DefaultValue("10") int samplePercent) {

    public SampleProperties {
        if (samplePercent < 0 || samplePercent > 100) {
            throw new IllegalArgumentException("contract-ethics.review.sample-percent must be from 0 to 100");
        }
    }
}
