package org.contractethics.policy.internal;

import java.util.Optional;
import org.contractethics.policy.Policy;
import org.contractethics.shared.RightTitles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The titles of rights, each from the version of the catalogue that is asked for. */
@Component
class TitlesOfRights implements RightTitles {

    private final PolicyInForce policy;

    TitlesOfRights(PolicyInForce policy) {
        this.policy = policy;
    }

    @Override
    public Optional<String> title(String code, @Nullable Integer version) {
        Policy asked = version == null ? policy : policy.under(version);
        return asked.right(code).map(right -> right.name());
    }
}
