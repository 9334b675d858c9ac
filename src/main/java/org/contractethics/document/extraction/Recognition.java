package org.contractethics.document.extraction;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How pages that are only pictures are turned into text (OCR).
 *
 * @param program the command {@code tesseract}
 * @param languages as Tesseract names them, for example {@code eng+deu}
 * @param pages of one file at most
 * @param time for all pages of one file together
 */
public record Recognition(Path program, String languages, int pages, Duration time) {}
