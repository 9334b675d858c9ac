package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.ChangingTargets;
import org.contractethics.workflow.internal.TargetBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** H6: whoever leads or audits sets no target, also where they sit on the board committee; nor does whoever left the board by now. */
@IntegrationTest
class ObserversSetNothingIT {

    private static final ChangingTargets.Form FORM = new ChangingTargets.Form("triage", "", "4", "Because I want to.");

    private final ChangingTargets changing;
    private final TargetBook targets;

    @Autowired
    ObserversSetNothingIT(ChangingTargets changing, TargetBook targets) {
        this.changing = changing;
        this.targets = targets;
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LEADERSHIP", "AUDITOR"})
    void who_observes_changes_no_target(Role observing) {
        refused(new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE, observing)));
    }

    @Test
    void who_is_not_of_the_board_any_more_changes_no_target() {
        refused(new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.BOARD_COMMITTEE)));
    }

    private void refused(Actor actor) {
        int before = targets.workingDays("triage", null);

        assertThatThrownBy(() -> changing.change(FORM, actor))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED));
        assertThat(targets.workingDays("triage", null)).isEqualTo(before);
    }
}
