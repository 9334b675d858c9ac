package org.contractethics.shared;

import org.jspecify.annotations.Nullable;

/** The catalogue of rights, for those who know rights by their codes only. */
public interface RightTitles {

    /**
     * The code with the title of the right; the code alone where that version of the policy has none for it.
     *
     * @param version number of the version of the policy; null for the one in force
     */
    String titled(String code, @Nullable Integer version);
}
