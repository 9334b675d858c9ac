package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Path;

/** Reads the text of one file format into a draft. */
interface FormatReader {

    /** Whatever is thrown is turned into a named reason by {@link Failures}. */
    void read(Path file, Draft draft) throws IOException;
}
