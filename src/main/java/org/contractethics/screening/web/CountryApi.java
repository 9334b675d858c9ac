package org.contractethics.screening.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.screening.internal.countries.CountryRecord;
import org.contractethics.screening.internal.countries.CountryStatement;
import org.contractethics.screening.internal.countries.KeepingCountryRecords;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The records of countries for other programs. */
@RestController
@RequestMapping("/api/countries/records")
@Tag(name = "Countries", description = "The band of a country, from two or more indices and a human reading")
class CountryApi {

    private final KeepingCountryRecords keeping;

    CountryApi(KeepingCountryRecords keeping) {
        this.keeping = keeping;
    }

    /**
     * @param country ISO 3166-1 alpha-2 code
     * @param band LOW, MEDIUM, HIGH or CRITICAL
     * @param indices two or more, each with its year
     */
    @Schema(name = "CountryRecordRequest")
    record RecordRequest(
            @Nullable String country,
            @Nullable String band,
            boolean conflict,
            @Nullable List<@Nullable String> indices,
            @Nullable String reading) {

        CountryStatement statement() {
            List<String> lines = indices == null
                    ? List.of()
                    : indices.stream().filter(Objects::nonNull).toList();
            return new CountryStatement(text(country), text(band), conflict, String.join("\n", lines), text(reading));
        }
    }

    @Schema(name = "CountryRecordRulingRequest")
    record RulingRequest(boolean confirmed, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Records of countries, by country, the newest first")
    List<CountryRecord> list() {
        return keeping.all();
    }

    @PostMapping
    @Operation(
            summary = "Write the record of a country",
            description =
                    "What is worse than before counts at once; what is milder when the board committee confirmed it.")
    @ResponseStatus(HttpStatus.CREATED)
    CountryRecord write(@RequestBody RecordRequest request, @Parameter(hidden = true) Actor actor) {
        return keeping.write(request.statement(), actor);
    }

    @PostMapping("/{recordId}/ruling")
    @Operation(summary = "Confirm or refuse a record that somebody else wrote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rule(@PathVariable UUID recordId, @RequestBody RulingRequest request, @Parameter(hidden = true) Actor actor) {
        keeping.rule(recordId, request.confirmed(), text(request.reason()), actor);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
