package org.contractethics.contract.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Agency;
import org.jspecify.annotations.Nullable;

/**
 * The reviewed list of known agencies ({@code config/policy/agencies.csv}): the first pattern found in a name gives the
 * agency its one name, its class and its country. What nobody listed stays unknown, which is never scored low (H16).
 */
public final class AgencyDirectory {

    private static final List<Entry> ENTRIES =
            PolicyFiles.rows("agencies.csv").stream().map(Entry::of).toList();

    private AgencyDirectory() {}

    /** Whether the list knows the agency. Then its class is the list's: a form cannot talk a border agency down. */
    public static boolean knows(String name) {
        return entry(name).isPresent();
    }

    /** Whether the list says in which country the agency is. */
    static boolean knowsCountry(String name) {
        return entry(name).filter(known -> known.country != null).isPresent();
    }

    /**
     * @param stated class as a person stated it; counts only where the list does not know the agency
     * @param country code where the source knows it; {@link Countries#UNKNOWN} else
     */
    public static Agency agency(String name, @Nullable String parent, AgencyType stated, String country) {
        String cleaned = Text.cut(Text.line(name), 200);
        Optional<Entry> entry = entry(cleaned);
        if (entry.isEmpty()) {
            return new Agency(cleaned, Text.lineOrNull(parent), stated, country);
        }
        Entry known = entry.get();
        return new Agency(
                known.name == null ? cleaned : known.name,
                known.parent == null ? parentUnlessSame(parent, cleaned) : known.parent,
                known.type,
                known.country == null ? country : known.country);
    }

    private static @Nullable String parentUnlessSame(@Nullable String parent, String name) {
        String line = Text.lineOrNull(parent);
        return line == null || line.equalsIgnoreCase(name) ? null : Text.cut(line, 200);
    }

    private static Optional<Entry> entry(String name) {
        return ENTRIES.stream()
                .filter(entry -> entry.pattern.matcher(name).find())
                .findFirst();
    }

    private record Entry(
            Pattern pattern,
            @Nullable String name,
            @Nullable String parent,
            AgencyType type,
            @Nullable String country) {

        static Entry of(List<String> row) {
            return new Entry(
                    Pattern.compile(row.get(0), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    Text.lineOrNull(row.get(1)),
                    Text.lineOrNull(row.get(2)),
                    AgencyType.valueOf(row.get(3)),
                    Text.lineOrNull(row.get(4)));
        }
    }
}
