package org.contractethics.concern.internal.destroyed;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param destroyedFile a file outside the database and its backups that tells what was destroyed of concerns; null for none
 */
@ConfigurationProperties("contract-ethics.concerns")
public record DestroyedSettings(@Nullable Path destroyedFile) {

    /** An empty text in a file of settings arrives as an empty path. */
    public DestroyedSettings {
        destroyedFile = destroyedFile == null || destroyedFile.toString().isBlank() ? null : destroyedFile;
    }
}
