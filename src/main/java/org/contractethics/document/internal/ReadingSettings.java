package org.contractethics.document.internal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.contractethics.document.extraction.Recognition;
import org.contractethics.document.isolation.ReadingLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param readerMemory heap of one reading process
 * @param readers files read side by side, each in a process of its own
 * @param filesPerReader how many files one process reads
 * @param readerIdle how long a process without work is kept
 * @param timeLimit for one file; thirty seconds proved too short for one real contract on a busy machine
 * @param ocr {@code auto}, {@code off}, or the path of {@code tesseract}, which must then be there
 * @param ocrLanguages as Tesseract names them
 * @param ocrPages of one file at most
 * @param ocrTime for all of them together
 */
@ConfigurationProperties("contract-ethics.documents")
record ReadingSettings(
        @DefaultValue("512m") String readerMemory,
        @DefaultValue("2") int readers,
        @DefaultValue("100") int filesPerReader,
        @DefaultValue("2m") Duration readerIdle,
        @DefaultValue("2m") Duration timeLimit,
        @DefaultValue("auto") String ocr,
        @DefaultValue("eng") String ocrLanguages,
        @DefaultValue("200") int ocrPages,
        @DefaultValue("10m") Duration ocrTime) {

    private static final String NAME = "contract-ethics.documents.";

    ReadingSettings {
        demand(
                readerMemory.matches("[1-9]\\d{0,5}[mg]"),
                "reader-memory",
                "a number of megabytes or gigabytes, like 512m");
        demand(readers >= 1 && readers <= 16, "readers", "between 1 and 16");
        demand(filesPerReader >= 1, "files-per-reader", "at least 1");
        demand(readerIdle.toMillis() > 0, "reader-idle", "longer than nothing");
        demand(timeLimit.toSeconds() >= 1, "time-limit", "at least a second");
        demand(ocrLanguages.matches("[A-Za-z_]+(\\+[A-Za-z_]+)*"), "ocr-languages", "names like eng or eng+deu");
        demand(ocrPages >= 0, "ocr-pages", "no less than 0");
        boolean known = ocr.equals("auto") || ocr.equals("off") || Files.isExecutable(Path.of(ocr));
        demand(known, "ocr", "auto, off, or the path of an installed tesseract");
    }

    private static void demand(boolean met, String setting, String what) {
        if (!met) {
            throw new IllegalArgumentException(NAME + setting + " must be " + what);
        }
    }

    ReadingLimits limits(@Nullable String searchPath) {
        Recognition recognition = program(searchPath)
                .map(program -> new Recognition(program, ocrLanguages, ocrPages, ocrTime))
                .orElse(null);
        return new ReadingLimits(readerMemory, timeLimit, readers, filesPerReader, readerIdle, recognition);
    }

    private Optional<Path> program(@Nullable String searchPath) {
        if (ocr.equals("off")) {
            return Optional.empty();
        }
        if (!ocr.equals("auto")) {
            return Optional.of(Path.of(ocr).toAbsolutePath());
        }
        String folders = searchPath == null ? "" : searchPath;
        return Arrays.stream(folders.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "tesseract").toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
