package org.contractethics.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of rights, for those who know rights by their codes only. */
public interface RightTitles {

    /**
     * The title of the right; empty where that version of the policy has none for it.
     *
     * @param version number of the version of the policy; null for the one in force
     */
    Optional<String> title(String code, @Nullable Integer version);

    /** The code with the title of the right; the code alone where there is none. */
    default String titled(String code, @Nullable Integer version) {
        return title(code, version).map(title -> code + " " + title).orElse(code);
    }
}
