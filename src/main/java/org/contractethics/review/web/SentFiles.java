package org.contractethics.review.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.review.internal.followup.IncidentEvidence.SentFile;
import org.contractethics.shared.FormFileName;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files as they come with a form. Browsers send an empty part without a name where none was chosen. */
final class SentFiles {

    private static final int LONGEST_NAME = 120;

    private SentFiles() {}

    static List<SentFile> evidence(@Nullable List<MultipartFile> files) {
        return chosen(files).map(file -> new SentFile(name(file), bytes(file))).toList();
    }

    static List<SentDocument> documents(@Nullable List<MultipartFile> files) {
        return chosen(files).map(file -> new SentDocument(sentName(file), file)).toList();
    }

    /** A browser sends no file a second time by itself. */
    static List<FormProblem> chooseAgain(List<FormProblem> problems, @Nullable List<MultipartFile> files) {
        String names = chosen(files).map(SentFiles::name).collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return problems;
        }
        List<FormProblem> all = new ArrayList<>(problems);
        all.add(new FormProblem("files", "Nothing was kept yet. Choose the files again: " + names + "."));
        return all;
    }

    private static Stream<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? Stream.empty()
                : files.stream()
                        .filter(file -> !file.isEmpty() || !sentName(file).isBlank());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentName(MultipartFile file) {
        String name = file.getOriginalFilename();
        return FormFileName.decoded(name == null ? "" : name);
    }

    /** For display only: the last part of a path, without signs that turn or hide others. */
    private static String name(MultipartFile file) {
        String sent = sentName(file);
        String clean = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.isEmpty() ? "file" : clean;
    }
}
