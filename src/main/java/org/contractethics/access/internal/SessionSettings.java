package org.contractethics.access.internal;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param longest how long a sign-in lasts at most, however much it is used; as long as Keycloak's, unless set */
@Validated
@ConfigurationProperties("contract-ethics.session")
record SessionSettings(@DurationMin(minutes = 1) @DefaultValue("10h") Duration longest) {}
