package org.contractethics.contract.internal;

import java.util.Optional;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.shared.AgencyList;
import org.contractethics.shared.AgencyList.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The known agencies as one version of the policy lists them: an agency that it knows has its one name, its class and its country from
 * there. What nobody listed stays unknown, which is never scored low (H16).
 */
public final class AgencyDirectory {

    private final AgencyList.Listed list;

    public AgencyDirectory(AgencyList.Listed list) {
        this.list = list;
    }

    /** Whether the list knows the agency. Then its class is the list's: a form cannot talk a border agency down. */
    public boolean knows(String name) {
        return list.find(name).isPresent();
    }

    /** Whether the list says in which country the agency is. */
    boolean knowsCountry(String name) {
        return list.find(name).map(Entry::country).isPresent();
    }

    /**
     * @param stated class as a person stated it; counts only where the list does not know the agency
     * @param country code where the source knows it; {@link Countries#UNKNOWN} else
     */
    public Agency agency(String name, @Nullable String parent, AgencyType stated, String country) {
        String cleaned = Text.cut(Text.line(name), 200);
        Optional<Entry> entry = list.find(cleaned);
        if (entry.isEmpty()) {
            return new Agency(cleaned, Text.lineOrNull(parent), stated, country);
        }
        Entry known = entry.get();
        return new Agency(
                known.name() == null ? cleaned : known.name(),
                known.parent() == null ? parentUnlessSame(parent, cleaned) : known.parent(),
                AgencyType.of(known.type()),
                known.country() == null ? country : known.country());
    }

    private static @Nullable String parentUnlessSame(@Nullable String parent, String name) {
        String line = Text.lineOrNull(parent);
        return line == null || line.equalsIgnoreCase(name) ? null : Text.cut(line, 200);
    }
}
