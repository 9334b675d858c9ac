package org.contractethics.contract.internal;

import org.contractethics.contract.CapabilityNames;
import org.springframework.stereotype.Component;

/** Capabilities by the catalogue in use. */
@Component
class CatalogueCapabilities implements CapabilityNames {

    @Override
    public String label(String code) {
        return Catalogue.capabilities().label(code);
    }
}
