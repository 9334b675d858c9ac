package org.contractethics.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The known agencies by the policy in force. Implemented by the policy. */
public interface AgencyList {

    /** The list of the version in force now; its answers do not change while it is used. */
    Listed inForce();

    /** The list of one version. */
    interface Listed {

        /** The first entry whose pattern is found in the name; empty where the list does not know the agency. */
        Optional<Entry> find(String name);
    }

    /**
     * @param name the one name of the agency; null where the entry stands for many and each keeps its own
     * @param parent null where the entry does not say
     * @param type code of its class, as the table of agencies scores it
     * @param country ISO 3166-1 alpha-2; null where agencies of several countries are meant
     */
    record Entry(@Nullable String name, @Nullable String parent, String type, @Nullable String country) {}
}
