package org.contractethics.record.internal.erasure;

import java.util.List;
import org.contractethics.shared.Refused;

/** An erasure that a rule forbids; which rule is recorded. */
final class RefusedErasure extends Refused {

    enum Rule {
        NOT_ENTITLED,
        SECOND_PERSON,
        ABOUT_ONESELF,
        NO_PERSON,
        NOTHING_LEFT,
        ASKED_ALREADY,
        ACCOUNT_IN_USE,
        OWN_REQUEST_WAITS,
        DUTY_TO_KEEP,
        ALREADY_DECIDED
    }

    private final Rule rule;

    RefusedErasure(Kind kind, Rule rule, List<String> reasons) {
        super(kind, reasons);
        this.rule = rule;
    }

    static RefusedErasure notAllowed(Rule rule, String reason) {
        return new RefusedErasure(Kind.NOT_ALLOWED, rule, List.of(reason));
    }

    static RefusedErasure conflict(Rule rule, String reason) {
        return new RefusedErasure(Kind.CONFLICT, rule, List.of(reason));
    }

    Rule rule() {
        return rule;
    }
}
