package org.contractethics.contract.internal.imports;

import org.xml.sax.SAXException;

/** The sheet is longer than the register reads in one go. */
class TooManyRows extends SAXException {

    TooManyRows() {
        super("too many rows");
    }
}
