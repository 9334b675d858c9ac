package org.contractethics.access.internal.arriving;

import java.net.SocketTimeoutException;

/** The rest of the body is not waited for. The server treats it as it treats a sender who went silent. */
final class BodyGivenUp extends SocketTimeoutException {

    private static final long serialVersionUID = 1L;

    BodyGivenUp() {
        super("the body of the request is not waited for");
    }
}
