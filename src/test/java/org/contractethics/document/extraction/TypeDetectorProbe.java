package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks for the kind of a file without the checked exception. */
final class TypeDetectorProbe {

    @Nullable
    DocumentType type(Path file) {
        try {
            return new TypeDetector().detect(file).type();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
