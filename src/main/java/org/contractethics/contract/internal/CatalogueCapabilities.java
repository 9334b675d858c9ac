package org.contractethics.contract.internal;

import java.time.Duration;
import java.util.Map;
import org.contractethics.contract.CapabilityNames;
import org.contractethics.shared.CapabilityCatalogue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Capabilities by the catalogue in force. Asked anew every few seconds: a list of contracts asks for words in every line, and a new
 * version comes into force at most once a day.
 */
@Component
public class CatalogueCapabilities implements CapabilityNames {

    private static final long KEPT = Duration.ofSeconds(5).toNanos();

    private final ObjectProvider<CapabilityCatalogue> policy;
    private volatile Asked last = new Asked(Catalogue.packedCapabilities(), System.nanoTime() - KEPT - 1);

    CatalogueCapabilities(ObjectProvider<CapabilityCatalogue> policy) {
        this.policy = policy;
    }

    private record Asked(Catalogue catalogue, long at) {}

    @Override
    public String label(String code) {
        return inForce().label(code);
    }

    /** What the technology can do; scored by the policy. */
    public Catalogue inForce() {
        Asked known = last;
        if (System.nanoTime() - known.at() > KEPT) {
            Map<String, String> labels = policy.getObject().labels();
            known = new Asked(Catalogue.of(labels), System.nanoTime());
            last = known;
        }
        return known.catalogue();
    }
}
