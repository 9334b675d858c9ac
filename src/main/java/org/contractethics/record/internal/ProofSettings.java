package org.contractethics.record.internal;

import org.contractethics.record.internal.watch.WatchSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be added to the record and its proofs.
 *
 * @param keyExchange while its keys are exchanged, and afterwards
 * @param timestamps of its checkpoints
 * @param watch how it is watched
 */
@ConfigurationProperties("contract-ethics.record")
record ProofSettings(
        @DefaultValue KeyExchangeSettings keyExchange,
        @DefaultValue TimestampSettings timestamps,
        @DefaultValue WatchSettings watch) {}
