package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.contractethics.review.Stage;
import org.contractethics.shared.ReviewOffices;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Every stage of the review, and the monitoring of what was decided. */
@Component
class OfficesOfReview implements ReviewOffices {

    private static final Office MONITORING =
            new Office("MONITORING", "S11 Monitor conditions and use", Set.of(Role.MONITOR, Role.HR_REVIEWER));

    @Override
    public List<Office> all() {
        List<Office> offices = new ArrayList<>(Arrays.stream(Stage.values())
                .map(stage -> new Office(stage.name(), stage.code() + " " + stage.label(), stage.candidates()))
                .toList());
        offices.add(MONITORING);
        return List.copyOf(offices);
    }
}
