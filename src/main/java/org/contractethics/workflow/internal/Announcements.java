package org.contractethics.workflow.internal;

import org.contractethics.concern.Concerns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets what filers did become known when its day is over. Named in {@code concern-announcement.bpmn}.
 *
 * <p>The concerns are looked up late because the engine, which needs this bean, starts before they are complete.
 */
@Component("announcements")
public class Announcements {

    private final ObjectProvider<Concerns> concerns;

    Announcements(ObjectProvider<Concerns> concerns) {
        this.concerns = concerns;
    }

    /** Everything of days that are over, in the transaction of the engine; what fails is tried again as a whole. */
    public void announce() {
        concerns.getObject().announce();
    }
}
