package org.contractethics.search.internal;

/** The search cluster does not answer, or not in time. Everything else goes on without it. */
public class SearchDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Carries no message of the cluster: it could repeat what was searched for. */
    SearchDown(String what, Exception cause) {
        super(what + ": " + cause.getClass().getSimpleName());
    }

    SearchDown(String what) {
        super(what);
    }
}
