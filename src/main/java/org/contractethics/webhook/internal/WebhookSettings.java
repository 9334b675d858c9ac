package org.contractethics.webhook.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Both only for trials on one machine.
 *
 * @param allowHttp whether webhooks may be sent without TLS
 * @param allowPrivateAddresses whether they may be sent into the own network
 */
@ConfigurationProperties("contract-ethics.webhooks")
record WebhookSettings(
        @DefaultValue("false") boolean allowHttp, @DefaultValue("false") boolean allowPrivateAddresses) {}
