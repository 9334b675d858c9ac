package org.contractethics.screening.internal.matching;

import java.util.Set;
import org.contractethics.screening.internal.lists.EntryKind;

/**
 * Who is asked about. Only the name has to be known; what else is known confirms or holds back a match.
 *
 * @param countries ISO 3166 alpha-2, any case
 * @param identifiers numbers of registers, passports, taxes, as they are written
 * @param dates birth, as a day (1965-01-31), a month (1965-01) or a year (1965)
 */
public record Subject(String name, EntryKind kind, Set<String> countries, Set<String> identifiers, Set<String> dates) {

    public Subject {
        countries = Set.copyOf(countries);
        identifiers = Set.copyOf(identifiers);
        dates = Set.copyOf(dates);
    }
}
