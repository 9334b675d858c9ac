package org.contractethics.concern.internal.letter;

import org.contractethics.concern.internal.RoutingAnew;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each row of the table of routing that counts people is a threshold of its own, whatever follows from the letter besides. */
@Component
class RoutingSignedLetters {

    private final RoutingAnew routing;

    RoutingSignedLetters(RoutingAnew routing) {
        this.routing = routing;
    }

    @EventListener
    void on(SignaturesCounted counted) {
        routing.signedBy(counted.letter(), counted.signatures());
    }
}
