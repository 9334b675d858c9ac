package org.contractethics.screening.internal.countries;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.screening.CountryRecords;
import org.contractethics.screening.OnRecord;
import org.contractethics.shared.CountryNames;
import org.springframework.stereotype.Component;

/** The records of countries as the reviews ask them. */
@Component
class StandingCountryRecords implements CountryRecords {

    private final CountryStore store;

    StandingCountryRecords(CountryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Worst> worst(Collection<String> countries) {
        List<CountryRecord> standing = store.standing(countries);
        return standing.stream()
                .findFirst()
                .map(worst -> new Worst(
                        worst.band(),
                        standing.stream().anyMatch(CountryRecord::conflict),
                        standing.stream()
                                .map(record -> new OnRecord(record.id(), line(record)))
                                .toList()));
    }

    static String line(CountryRecord record) {
        return CountryNames.of(record.country()) + ": band "
                + record.band().words().toLowerCase(Locale.ROOT)
                + (record.conflict() ? ", active conflict or occupation" : "")
                + (record.ruling() == null ? " (not confirmed yet)" : "");
    }
}
