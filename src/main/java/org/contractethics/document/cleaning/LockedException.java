package org.contractethics.document.cleaning;

import java.io.IOException;

/** The file asks for a password. */
final class LockedException extends IOException {

    LockedException() {
        super("locked");
    }
}
