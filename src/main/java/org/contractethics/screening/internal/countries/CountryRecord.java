package org.contractethics.screening.internal.countries;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.screening.CountryBand;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote of a country.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param conflict whether there is an active conflict or an occupation
 * @param indices two or more, each with its year and version; different releases are not compared
 * @param reading what a person makes of them
 * @param stands whether it counts: not refused, and no later one was confirmed
 * @param ruling null while nobody has ruled
 */
@Schema(name = "CountryRecord")
public record CountryRecord(
        UUID id,
        String country,
        CountryBand band,
        boolean conflict,
        List<String> indices,
        String reading,
        String statedBy,
        Instant statedAt,
        boolean stands,
        @Nullable Ruling ruling) {

    public CountryRecord {
        indices = List.copyOf(indices);
    }

    @Schema(name = "CountryRecordRuling")
    public record Ruling(boolean confirmed, String reason, String ruledBy, Instant ruledAt) {}
}
