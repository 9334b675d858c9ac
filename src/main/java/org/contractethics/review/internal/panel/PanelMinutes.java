package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.UUID;

/**
 * Minutes as they were issued.
 *
 * @param number 1 for the first issue; a later one stands beside it
 */
public record PanelMinutes(
        UUID meeting, int number, String wordSha256, String pdfSha256, String issuedBy, Instant issuedAt) {}
