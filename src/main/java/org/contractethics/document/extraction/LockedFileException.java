package org.contractethics.document.extraction;

import java.io.IOException;

/** A file is encrypted in a way that no password opens here. */
final class LockedFileException extends IOException {

    /** @param what of it is encrypted, or why it cannot be opened */
    LockedFileException(String what) {
        super(what);
    }
}
