package org.contractethics.document.extraction;

import java.io.IOException;

/** All pages of a file are pictures. */
final class NoTextLayerException extends IOException {

    NoTextLayerException() {
        super("no page has a text layer");
    }
}
