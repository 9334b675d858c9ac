package org.contractethics.screening.internal.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One person, body or vessel of a list, with everything that the list says of it.
 *
 * @param id the number under which the publisher keeps it; where there is none, one made of its name that stays the same between versions
 * @param names at least one; the first is the one under which it is shown
 * @param countries ISO 3166 alpha-2 in small letters; what is no country of ours stays out
 * @param dates birth, as the list writes it: a day (1965-01-31), a month (1965-01) or a year (1965)
 * @param programmes the keys under which the publisher lists it
 * @param reason what the publisher says of it, empty where nothing
 */
public record ListEntry(
        String id,
        EntryKind kind,
        List<ListedName> names,
        List<String> countries,
        List<String> identifiers,
        List<String> dates,
        List<String> programmes,
        String reason) {

    public ListEntry {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("An entry has at least one name: " + id);
        }
        names = List.copyOf(names);
        countries = List.copyOf(countries);
        identifiers = List.copyOf(identifiers);
        dates = List.copyOf(dates);
        programmes = List.copyOf(programmes);
    }

    /** The name under which it is shown. */
    public String name() {
        return names.get(0).text();
    }

    /**
     * SHA-256 of all of it, in hexadecimal. Changes with any name, country, number, date, programme or remark, and with nothing else: not
     * with the order in which the list says them, so a list that is only sorted anew opens no clearance again.
     */
    public String hash() {
        StringBuilder said = new StringBuilder();
        part(said, List.of(id), false);
        part(said, List.of(kind.name()), false);
        part(said, List.of(name()), false);
        part(
                said,
                names.stream().map(name -> name.strength() + " " + name.text()).toList(),
                true);
        part(said, countries, true);
        part(said, identifiers, true);
        part(said, dates, true);
        part(said, programmes, true);
        part(said, List.of(reason), false);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each value with its length before it, so that no two contents are written alike. */
    private static void part(StringBuilder said, List<String> values, boolean sorted) {
        said.append(values.size()).append('\n');
        (sorted ? values.stream().sorted() : values.stream())
                .forEach(value ->
                        said.append(value.length()).append(':').append(value).append('\n'));
    }
}
