package org.contractethics.notification.internal;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param baseUrl address under which people reach the application, without a slash at the end; mails link to it
 * @param mail how mails are sent
 */
@Validated
@ConfigurationProperties("contract-ethics")
record NotificationProperties(@NotBlank String baseUrl, Mail mail) {

    /** @param from sender address of all mails */
    record Mail(@NotBlank String from) {}
}
