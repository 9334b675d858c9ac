package org.contractethics.calendar.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.contractethics.calendar.HolidayCalendar;
import org.contractethics.calendar.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The calendar of the company, chosen when the application starts. All files are read, so that a wrong one is found at once. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarConfiguration.class);

    @Bean
    HolidayCalendar companyCalendar(CalendarSettings settings, Clock clock) throws IOException {
        HolidayCalendar chosen = choose(settings.country(), all());
        chosen.lastDay()
                .filter(last -> last.getYear() <= LocalDate.now(clock).getYear())
                .ifPresent(last -> LOG.warn(
                        "config/calendars/{}.csv ends with {}: holidays after that count as working days",
                        chosen.code(),
                        last.getYear()));
        return chosen;
    }

    @Bean
    WorkingDays workingDays(CalendarSettings settings, HolidayCalendar calendar) {
        Set<LocalDate> holidays = new HashSet<>(calendar.days().keySet());
        holidays.addAll(settings.holidays());
        return new WorkingDays(settings.zone(), holidays);
    }

    static HolidayCalendar choose(String country, Map<String, HolidayCalendar> known) {
        if (country.isBlank()) {
            return HolidayCalendar.NONE;
        }
        HolidayCalendar found = known.get(country.strip());
        if (found == null) {
            throw new IllegalStateException(
                    "contract-ethics.workflow.country is \"%s\"; config/calendars has only %s. Leave it empty to count no public holidays."
                            .formatted(country, String.join(", ", known.keySet())));
        }
        return found;
    }

    /** By code of the country. */
    static Map<String, HolidayCalendar> all() throws IOException {
        Map<String, HolidayCalendar> known = new TreeMap<>();
        for (Resource file :
                List.of(new PathMatchingResourcePatternResolver().getResources("classpath:calendars/*.csv"))) {
            List<String> lines =
                    file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
            HolidayCalendar calendar = CalendarFile.read(Objects.requireNonNull(file.getFilename()), lines);
            known.put(calendar.code(), calendar);
        }
        return known;
    }
}
