package org.contractethics.record.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contractethics.record.internal.watch.WatchSettings;
import org.contractethics.record.signing.CheckpointKeys;
import org.contractethics.record.signing.EntryMac;
import org.contractethics.record.signing.SigningKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets of the record, out of the settings and never out of the database, and the settings of its parts. */
@Configuration(proxyBeanMethods = false)
class RecordKeys {

    @Bean
    CheckpointKeys checkpointKeys(RecordSettings settings, ProofSettings proofs) {
        return keys(settings, proofs.keyExchange());
    }

    @Bean
    TimestampSettings timestampSettings(ProofSettings proofs) {
        return proofs.timestamps();
    }

    @Bean
    WatchSettings watchSettings(ProofSettings proofs) {
        return proofs.watch();
    }

    static CheckpointKeys keys(RecordSettings settings, KeyExchangeSettings exchange) {
        List<SigningKey> signing = new ArrayList<>();
        signing.add(SigningKey.ofLog(settings.origin(), settings.signerSecret()));
        byte[] next = exchange.nextSecret();
        if (next != null) {
            if (Arrays.equals(next, settings.signerSecret()) || Arrays.equals(next, settings.macSecret())) {
                throw new IllegalArgumentException(
                        "Setting contract-ethics.record.key-exchange.next-signer-key is a secret that is in use"
                                + " already: put a new one there, or nothing.");
            }
            signing.add(SigningKey.ofLog(settings.origin(), next));
        }
        return new CheckpointKeys(signing, exchange.retiredKeys());
    }

    @Bean
    EntryMac entryMac(RecordSettings settings) {
        return new EntryMac(settings.macSecret());
    }
}
