package org.contractethics.record.operation;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The values of records of settings, those that nobody set with them, by their names. */
final class BoundSettings {

    /** Types of which no value can name a person. */
    private static final List<Class<?>> PLAIN = List.of(
            Number.class,
            Boolean.class,
            Enum.class,
            Duration.class,
            Period.class,
            LocalTime.class,
            LocalDate.class,
            ZoneId.class,
            DataSize.class);

    private final SecretSettings secrets;
    private final SortedMap<String, Setting> found = new TreeMap<>();

    BoundSettings(SecretSettings secrets) {
        this.secrets = secrets;
    }

    BoundSettings add(String name, @Nullable Object value) {
        if (value instanceof Record settings) {
            for (RecordComponent component : settings.getClass().getRecordComponents()) {
                add(name + "." + kebab(component.getName()), read(component, settings));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> add(name + "." + key, inner));
        } else if (value != null) {
            found.put(name, setting(name, value));
        }
        return this;
    }

    /** By their names. */
    SortedMap<String, Setting> all() {
        return found;
    }

    private Setting setting(String name, Object value) {
        String text = text(value);
        if (text.isEmpty()) {
            return Setting.open(name, "");
        }
        if (SecretSettings.isSecret(name)) {
            return Setting.open(name, secrets.told(name, text));
        }
        return PLAIN.stream().anyMatch(type -> type.isInstance(value))
                ? Setting.open(name, text)
                : Setting.sealed(name, withoutPassword(text));
    }

    /** Sets have an order of their own in each process. */
    private static String text(Object value) {
        if (value instanceof Collection<?> many) {
            return (many instanceof Set
                            ? many.stream().map(String::valueOf).sorted()
                            : many.stream().map(String::valueOf))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Path path ? path.toString().replace('\\', '/') : value.toString();
    }

    /** An address may hold a password before its host, or in its query. */
    static String withoutPassword(String text) {
        return text.contains("://") ? text.replaceAll("//[^/@\\s]*@", "//").replaceAll("\\?.*", "") : text;
    }

    private static @Nullable Object read(RecordComponent component, Record settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the setting " + component.getName() + " cannot be read", e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
