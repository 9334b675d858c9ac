package org.contractethics.report.internal;

import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.RightTitles;

/** Catalogues of rights, for reports that are written by hand. */
final class Titles {

    static final RightTitles CATALOGUE = (code, version) -> Optional.ofNullable(Map.of(
                    "R02", "Freedom from torture and cruel, inhuman or degrading treatment",
                    "R09", "Equality and non-discrimination")
            .get(code));

    static final TitledRights NONE = new TitledRights((code, version) -> Optional.empty());
    static final TitledRights KNOWN = new TitledRights(CATALOGUE);

    private Titles() {}
}
