package org.contractethics.concern.web;

import java.util.Map;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.ShowingProofs;
import org.contractethics.concern.internal.UnseenByFilers;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** On the page of their own concern: the proof of filing, and the way to withdraw it. */
@Component
class OwnPart implements HandlingPage.PagePart {

    private final ShowingProofs proofs;
    private final UnseenByFilers unseen;

    OwnPart(ShowingProofs proofs, UnseenByFilers unseen) {
        this.proofs = proofs;
        this.unseen = unseen;
    }

    @Override
    public void show(ReadingConcerns.View view, Actor viewer, Map<String, Object> model) {
        boolean own = !view.handling() && view.withdrawnOn() == null;
        model.put("hasReceipt", own && proofs.isKept(view.concern().id()));
        model.put("mayWithdraw", own && view.concern().mode() != ConcernMode.COLLECTIVE);
        if (!view.handling()) {
            unseen.seen(view.concern().id());
        }
    }
}
