package org.contractethics.record.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be added to the proofs of the record.
 *
 * @param keyExchange while its keys are exchanged, and afterwards
 * @param timestamps of its checkpoints
 */
@ConfigurationProperties("contract-ethics.record")
record ProofSettings(@DefaultValue KeyExchangeSettings keyExchange, @DefaultValue TimestampSettings timestamps) {}
