package org.contractethics.policy.web;

import java.time.LocalDate;
import org.contractethics.policy.internal.VersionState;
import org.jspecify.annotations.Nullable;

/**
 * A version at a glance, for lists and above its tables.
 *
 * @param dated the words before its date, for example "In force since"
 * @param announced the day on which staff could first read it
 * @param ownDate the date that the files of the first version give themselves, where it was installed on another day
 * @param approval who approved it and when, in words
 */
public record VersionCard(
        int number,
        VersionState state,
        String dated,
        LocalDate date,
        LocalDate announced,
        @Nullable LocalDate ownDate,
        String author,
        String approval,
        String contentHash,
        int comments) {}
