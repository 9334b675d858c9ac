package org.contractethics.record.internal;

import org.contractethics.record.signing.EntryMac;
import org.contractethics.record.signing.SigningKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two secrets of the record, out of the settings and never out of the database. */
@Configuration(proxyBeanMethods = false)
class RecordKeys {

    @Bean
    SigningKey checkpointKey(RecordSettings settings) {
        return SigningKey.ofLog(settings.origin(), settings.signerSecret());
    }

    @Bean
    EntryMac entryMac(RecordSettings settings) {
        return new EntryMac(settings.macSecret());
    }
}
