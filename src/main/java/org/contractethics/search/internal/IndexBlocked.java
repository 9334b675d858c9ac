package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.ErrorCause;

/** The cluster keeps the index read-only, as it does when its disk is full. Searching works; writing is tried again. */
public final class IndexBlocked extends SearchDown {

    private static final long serialVersionUID = 1L;

    IndexBlocked() {
        super("the index is read-only");
    }

    static boolean is(ErrorCause error) {
        return "cluster_block_exception".equals(error.type());
    }
}
