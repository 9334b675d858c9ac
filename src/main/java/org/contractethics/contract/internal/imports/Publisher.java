package org.contractethics.contract.internal.imports;

import java.net.URI;
import java.util.Locale;
import org.contractethics.contract.internal.Countries;

/** Who published Open Contracting data. A national domain tells the country where the buyer's address does not. */
record Publisher(String uri) {

    String country() {
        try {
            String host = URI.create(uri).getHost();
            if (host == null) {
                return Countries.UNKNOWN;
            }
            String top = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            return top.length() == 2 ? Countries.code(top).orElse(Countries.UNKNOWN) : Countries.UNKNOWN;
        } catch (IllegalArgumentException noAddress) {
            return Countries.UNKNOWN;
        }
    }
}
