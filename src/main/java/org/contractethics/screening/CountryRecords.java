package org.contractethics.screening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is on record of countries: a band from two or more indices and a human reading, never from an index alone. */
public interface CountryRecords {

    /**
     * The worst that stands of these countries; empty where none has a record, which is "not rated" and never low.
     *
     * @param countries ISO 3166-1 alpha-2 codes
     */
    Optional<Worst> worst(Collection<String> countries);

    /**
     * @param conflict whether one of them has an active conflict or is occupied
     * @param records all that stand, the worst first
     */
    record Worst(CountryBand band, boolean conflict, List<OnRecord> records) {
        public Worst {
            records = List.copyOf(records);
        }

        /** A line each, the worst first: which band the country has. */
        public List<String> lines() {
            return records.stream().map(OnRecord::line).toList();
        }
    }
}
