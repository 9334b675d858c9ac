package org.contractethics.screening;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Something was written of an agency or a country that counts from this transaction on. It is told in the transaction that writes it, so
 * that no review and no signed contract goes on as if it were not known.
 *
 * @param id of the finding or the record
 * @param agencies by the names that the register of contracts writes them with; empty where it is about a country
 * @param countries ISO 3166-1 alpha-2 codes; empty where it is about an agency
 * @param source who says it
 * @param words what is said, a sentence
 */
public record RecordWorsened(
        UUID id, Set<String> agencies, Set<String> countries, String source, String words, Instant at) {
    public RecordWorsened {
        agencies = Set.copyOf(agencies);
        countries = Set.copyOf(countries);
    }
}
