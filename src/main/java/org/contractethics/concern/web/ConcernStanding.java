package org.contractethics.concern.web;

import org.contractethics.concern.internal.ConcernStatus;

/**
 * Where a concern stands, as pages and programs tell it. A filer may take back what they wrote at any time, also once it was answered: it
 * is withdrawn from then on, whatever came before.
 */
enum ConcernStanding {
    RECEIVED,
    ACKNOWLEDGED,
    IN_FOLLOW_UP,
    ANSWERED,
    WITHDRAWN;

    static ConcernStanding of(ConcernStatus status, boolean withdrawn) {
        if (withdrawn) {
            return WITHDRAWN;
        }
        return switch (status) {
            case RECEIVED -> RECEIVED;
            case ACKNOWLEDGED -> ACKNOWLEDGED;
            case IN_FOLLOW_UP -> IN_FOLLOW_UP;
            case ANSWERED -> ANSWERED;
        };
    }
}
