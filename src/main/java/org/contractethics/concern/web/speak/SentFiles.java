package org.contractethics.concern.web.speak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.access.ClientLimits;
import org.contractethics.access.ClientLimits.Act;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.internal.anonymous.UnsentFile;
import org.contractethics.concern.internal.anonymous.UnsentFiles;
import org.contractethics.shared.FormFileName;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files as they come with a form: looked through and kept for the check page, or refused with a reason. */
@Component
class SentFiles {

    private static final String FIELD = "files";
    private static final int LONGEST_NAME = 120;

    private final UnsentFiles unsent;
    private final ClientLimits limits;
    private final SpeakProblems problems;

    SentFiles(UnsentFiles unsent, ClientLimits limits, SpeakProblems problems) {
        this.unsent = unsent;
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * @param draft secret of what is kept; empty where nothing is
     */
    record Kept(Optional<Secret> draft, List<UnsentFile> files, List<FormProblem> problems) {}

    /** Keeps what came, as far as it may, and tells what is kept by now. */
    Kept keep(Optional<Secret> draft, @Nullable List<MultipartFile> came, @Nullable Integer remove, Locale language) {
        draft.ifPresent(secret -> {
            if (remove != null) {
                unsent.remove(secret, remove);
            }
        });
        List<MultipartFile> chosen = came == null
                ? List.of()
                : came.stream().filter(SentFiles::isChosen).toList();
        List<FormProblem> wrong = new ArrayList<>();
        Optional<Secret> holding = draft;
        if (!chosen.isEmpty()) {
            Secret secret = draft.orElseGet(unsent::begin);
            holding = Optional.of(secret);
            add(secret, chosen, wrong, language);
        }
        List<UnsentFile> files = holding.map(unsent::all).orElse(List.of());
        return new Kept(holding, files, wrong);
    }

    private void add(Secret secret, List<MultipartFile> chosen, List<FormProblem> wrong, Locale language) {
        if (unsent.all(secret).size() + chosen.size() > UnsentFiles.MOST) {
            wrong.add(problems.problem(FIELD, "wrong.files.many", language));
            return;
        }
        for (MultipartFile file : chosen) {
            if (file.isEmpty()) {
                wrong.add(problems.problem(FIELD, "wrong.files.empty", language));
            } else if (!limits.take(Act.FILES)) {
                wrong.add(problems.problem(FIELD, "wrong.files.often", language));
            } else {
                unsent.add(secret, name(file), bytes(file));
            }
        }
    }

    /** Browsers send an empty part where no file was chosen. */
    private static boolean isChosen(MultipartFile file) {
        return !file.isEmpty() || !name(file).isEmpty();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For display only: the last part of a path, without signs that turn or hide others. */
    static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        String sent = FormFileName.decoded(name == null ? "" : name);
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean;
    }
}
