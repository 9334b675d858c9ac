package org.contractethics.document.isolation;

import java.io.IOException;

/** A process said what no reading can be. It need not have ended: it is to be ended. */
final class ImpossibleAnswerException extends IOException {

    /** @param what was wrong; never what was said */
    ImpossibleAnswerException(String what) {
        super(what);
    }
}
