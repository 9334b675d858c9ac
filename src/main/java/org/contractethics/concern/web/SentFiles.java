package org.contractethics.concern.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.contractethics.access.ClientLimits;
import org.contractethics.access.ClientLimits.Act;
import org.contractethics.access.StorageOutage;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.internal.anonymous.UnsentFile;
import org.contractethics.concern.internal.anonymous.UnsentFiles;
import org.contractethics.shared.FormFileName;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files as they come with a form, with or without an account: looked through and kept for the check page, or refused with a reason in the
 * language of the page.
 */
@Component
public class SentFiles {

    /** As much as the files of one sending may have together. */
    public static final long MOST_BYTES = 25L * 1024 * 1024;

    private static final String FIELD = "files";
    private static final int LONGEST_NAME = 120;

    private final UnsentFiles unsent;
    private final ClientLimits limits;
    private final MessageSource words;

    SentFiles(UnsentFiles unsent, ClientLimits limits, MessageSource words) {
        this.unsent = unsent;
        this.limits = limits;
        this.words = words;
    }

    /**
     * @param draft secret of what is kept; empty where nothing is
     */
    public record Kept(Optional<Secret> draft, List<UnsentFile> files, List<FormProblem> problems) {

        public static final Kept NOTHING = new Kept(Optional.empty(), List.of(), List.of());

        /** What may be kept under this secret, where the database does not say. */
        public static Kept unread(Optional<Secret> draft) {
            return new Kept(draft, List.of(), List.of());
        }

        /** As it stands in a form; empty where nothing is kept. */
        public String draftText() {
            return draft.map(Secret::text).orElse("");
        }
    }

    /** Whether something was refused because its files waited too long and went. */
    public static boolean areGone(Refused refused) {
        return refused.fields().stream().anyMatch(problem -> problem.field().equals(FIELD));
    }

    /** Refuses with 503 where the database takes nothing in, so that the form can come back. */
    static Kept orRefused(Supplier<Kept> keeping) {
        List<Kept> kept = new ArrayList<>();
        StorageOutage.refusing(() -> kept.add(keeping.get()));
        return kept.get(0);
    }

    /**
     * Keeps what came, as far as it may, and tells what is kept by now; where what was kept is not there any more, because it waited too
     * long, that is a problem to be shown.
     */
    public Kept keep(
            Optional<Secret> draft, @Nullable List<MultipartFile> came, @Nullable Integer remove, Locale language) {
        List<FormProblem> wrong = new ArrayList<>();
        draft.ifPresent(secret -> {
            if (unsent.all(secret).isEmpty()) {
                wrong.add(problem("wrong.files.gone", language));
            } else if (remove != null) {
                unsent.remove(secret, remove);
            }
        });
        List<MultipartFile> chosen = came == null
                ? List.of()
                : came.stream().filter(SentFiles::isChosen).toList();
        Optional<Secret> holding = draft;
        if (!chosen.isEmpty()) {
            Secret secret = draft.orElseGet(unsent::begin);
            holding = Optional.of(secret);
            add(secret, chosen, wrong, language);
        }
        List<UnsentFile> files = holding.map(unsent::all).orElse(List.of());
        return new Kept(files.isEmpty() ? Optional.empty() : holding, files, wrong);
    }

    private void add(Secret secret, List<MultipartFile> chosen, List<FormProblem> wrong, Locale language) {
        List<UnsentFile> before = unsent.all(secret);
        if (before.size() + chosen.size() > UnsentFiles.MOST) {
            wrong.add(problem("wrong.files.many", language));
            return;
        }
        long bytes = before.stream().mapToLong(UnsentFile::size).sum()
                + chosen.stream().mapToLong(MultipartFile::getSize).sum();
        if (bytes > MOST_BYTES) {
            wrong.add(problem("wrong.files.large", language));
            return;
        }
        for (MultipartFile file : chosen) {
            if (file.isEmpty()) {
                wrong.add(problem("wrong.files.empty", language));
            } else if (!limits.take(Act.FILES)) {
                wrong.add(problem("wrong.files.often", language));
            } else {
                unsent.add(secret, name(file), bytes(file));
            }
        }
    }

    private FormProblem problem(String code, Locale language) {
        return new FormProblem(FIELD, words.getMessage(code, null, language));
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
