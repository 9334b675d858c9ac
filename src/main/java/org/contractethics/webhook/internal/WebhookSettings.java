package org.contractethics.webhook.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The two permissions are only for trials on one machine.
 *
 * @param secretKey 32 bytes in Base64, with which the secrets of webhooks are sealed
 * @param allowHttp whether webhooks may be sent without TLS
 * @param allowPrivateAddresses whether they may be sent into the own network
 */
@ConfigurationProperties("contract-ethics.webhooks")
record WebhookSettings(
        @DefaultValue("") String secretKey,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowPrivateAddresses) {}
