package org.contractethics.concern.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.StorageOutage;
import org.contractethics.concern.internal.WritingMessages;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.web.SentFiles.Kept;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages on the page of a concern. Those of its filer may have files, which are shown first, with what is in them. */
@Controller
@RequestMapping("/concerns/{id}/messages")
class MessagePages {

    private static final String FIELD = "message";

    private final WritingMessages writing;
    private final SentFiles files;
    private final FilesInWords told;
    private final HandlingPage page;

    MessagePages(WritingMessages writing, SentFiles files, FilesInWords told, HandlingPage page) {
        this.writing = writing;
        this.files = files;
        this.told = told;
        this.page = page;
    }

    /** Sends a message of the filer at once where it has no files. */
    @PostMapping("/check")
    ModelAndView check(
            @PathVariable ConcernId id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String filesDraft,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Integer remove,
            @RequestParam(defaultValue = "") String change,
            Actor filer,
            RedirectAttributes redirect) {
        Optional<Secret> draft = Secret.parse(filesDraft);
        Kept kept;
        try {
            writing.demandFiler(id, filer);
            kept = SentFiles.orRefused(() -> this.files.keep(draft, files, remove, FilesInWords.LANGUAGE));
        } catch (Refused refused) {
            return HandlingPage.refused(() -> page(id, filer, message, kept(draft)), FIELD, refused);
        }
        boolean editing = remove != null || !change.isEmpty();
        List<FormProblem> wrong = new ArrayList<>(kept.problems());
        if (!editing) {
            WritingMessages.problem(message).ifPresent(problem -> wrong.add(0, new FormProblem(FIELD, problem)));
        }
        if (editing || !wrong.isEmpty()) {
            ModelAndView again = page(id, filer, message, kept).addObject("problems", wrong);
            again.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return kept.files().isEmpty()
                ? write(id, message, "", filer, redirect)
                : new ModelAndView("concern/message-check")
                        .addObject("id", id)
                        .addObject("message", message)
                        .addObject("filesDraft", kept.draftText())
                        .addObject("told", told.of(kept.files()));
    }

    @PostMapping
    ModelAndView write(
            @PathVariable ConcernId id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String filesDraft,
            Actor actor,
            RedirectAttributes redirect) {
        Optional<Secret> draft = Secret.parse(filesDraft);
        try {
            StorageOutage.refusing(() -> writing.write(id, message, draft, actor));
        } catch (Refused refused) {
            return HandlingPage.refused(() -> page(id, actor, message, kept(draft)), FIELD, refused);
        }
        redirect.addFlashAttribute("message", "Your message is sent.");
        return new ModelAndView("redirect:/concerns/" + id);
    }

    private ModelAndView page(ConcernId id, Actor viewer, String message, Kept kept) {
        return page.page(id, viewer, Typed.NOTHING)
                .addObject("draft", message)
                .addObject("kept", kept.files())
                .addObject("filesDraft", kept.draftText());
    }

    /** What waits for this form already; nothing where the database does not say. */
    private Kept kept(Optional<Secret> draft) {
        try {
            return SentFiles.orRefused(() -> files.keep(draft, null, null, FilesInWords.LANGUAGE));
        } catch (Refused nothingIsRead) {
            return Kept.unread(draft);
        }
    }
}
