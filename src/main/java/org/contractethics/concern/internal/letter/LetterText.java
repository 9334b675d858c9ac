package org.contractethics.concern.internal.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of what is signed.
 *
 * @param demands at least one
 */
public record LetterText(int number, String text, List<String> demands, LocalDate writtenOn) {}
