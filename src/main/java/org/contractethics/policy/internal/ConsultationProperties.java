package org.contractethics.policy.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param consultationDays whole days that staff have to comment before a proposed version is approved; each keeps those it was proposed with */
@ConfigurationProperties("contract-ethics.policy")
public record ConsultationProperties(@DefaultValue("7") int consultationDays) {

    private static final int MOST = 365;

    public ConsultationProperties {
        if (consultationDays < 0 || consultationDays > MOST) {
            throw new IllegalArgumentException("contract-ethics.policy.consultation-days must be from 0 to 365");
        }
    }
}
