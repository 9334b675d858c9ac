package org.contractethics.workflow.internal;

import java.time.ZoneOffset;
import java.util.Properties;
import org.contractethics.calendar.WorkingDays;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The settings as they are shipped. */
final class Settings {

    private Settings() {}

    static WorkflowSettings usual() {
        return from(shipped());
    }

    /** Monday to Friday in UTC, until five. */
    static DueMoments days() {
        return new DueMoments(
                WorkingDays.mondayToFriday(ZoneOffset.UTC), usual().endOfDay(), usual().noticeWorkingDays());
    }

    static Properties shipped() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("workflow/workflow.properties"));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    static WorkflowSettings from(Properties properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("contract-ethics.workflow", WorkflowSettings.class)
                .get();
    }
}
