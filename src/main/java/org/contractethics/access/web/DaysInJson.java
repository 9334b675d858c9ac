package org.contractethics.access.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Days as year-month-day with four digits of the year: the database holds no others, and nobody means them. */
@JacksonComponent
class DaysInJson extends ValueDeserializer<LocalDate> {

    private static final String EXPECTED = "a day as in 2026-12-31";
    private static final int LAST_YEAR = 9999;

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        String text = parser.getString().strip();
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                throw context.weirdStringException(text, LocalDate.class, EXPECTED);
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            throw context.weirdStringException(text, LocalDate.class, EXPECTED);
        }
    }
}
