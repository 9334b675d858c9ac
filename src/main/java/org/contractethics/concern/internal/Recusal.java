package org.contractethics.concern.internal;

import java.time.LocalDate;

/**
 * An officer stepped back from a concern.
 *
 * @param reason empty where they gave none; for those who handle the concern only
 */
public record Recusal(String officer, LocalDate recusedOn, String reason) {}
