package org.contractethics.policy.web;

import java.time.LocalDate;
import org.contractethics.policy.internal.VersionState;

/**
 * A version at a glance, for lists and above its tables.
 *
 * @param dated the words before its date, for example "In force since"
 * @param approval who approved it and when, in words
 */
public record VersionCard(
        int number,
        VersionState state,
        String dated,
        LocalDate date,
        String author,
        String approval,
        String contentHash,
        int comments) {}
