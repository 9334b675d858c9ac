package org.contractethics.record.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every setting of ours as it is in force, whether somebody set it or not, what else of the framework's decides about rights and proof,
 * and the hash of each file that decides something.
 */
@Component
class EffectiveSettings {

    private static final String OURS = "contract-ethics";

    /** Of the framework: who the database is and as whom we come, how long a session lasts, and what is open. */
    private static final List<String> OTHERS = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.flyway.user",
            "spring.session.timeout",
            "server.servlet.session.cookie.secure",
            "springdoc.api-docs.enabled");

    /** Models and tables, policy, calendars, checks, search, due days, and which reads leave a trace. */
    private static final List<String> FILES = List.of(
            "bpmn/*",
            "policy/*",
            "calendars/*",
            "finding/*",
            "search/*",
            "elasticsearch/*",
            "workflow/*",
            "record/*.csv");

    private final ApplicationContext context;
    private final Environment environment;
    private final RecordSettings record;
    private final SecretSettings secrets;

    EffectiveSettings(
            ApplicationContext context, Environment environment, RecordSettings record, SecretSettings secrets) {
        this.context = context;
        this.environment = environment;
        this.record = record;
        this.secrets = secrets;
    }

    /** By their names. */
    SortedMap<String, Setting> now() {
        BoundSettings bound = new BoundSettings(secrets);
        ConfigurationPropertiesBean.getAll(context).values().forEach(bean -> {
            String prefix = bean.getAnnotation().prefix();
            if (prefix.equals(OURS) || prefix.startsWith(OURS + ".")) {
                bound.add(prefix, bean.getInstance());
            }
        });
        OTHERS.forEach(name -> bound.add(name, environment.getProperty(name)));
        bound.add("spring.profiles.active", Arrays.asList(environment.getActiveProfiles()));
        bound.add("version of the application", getClass().getPackage().getImplementationVersion());
        SortedMap<String, Setting> all = bound.all();
        file(record.policyFile()).ifPresent(hash -> put(all, OURS + ".record.policy-file hash", hash));
        FILES.forEach(pattern -> packed(pattern, all));
        return all;
    }

    private static Optional<String> file(@Nullable Path path) {
        if (path == null || !Files.isReadable(path)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(path)) {
            return Optional.of(Sha256.hex(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void packed(String pattern, Map<String, Setting> all) {
        String folder = pattern.substring(0, pattern.indexOf('/') + 1);
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                if (file.isReadable()) {
                    try (InputStream content = file.getInputStream()) {
                        put(all, "file " + folder + file.getFilename(), Sha256.hex(content));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, Setting> all, String name, String hash) {
        all.put(name, Setting.open(name, hash));
    }
}
