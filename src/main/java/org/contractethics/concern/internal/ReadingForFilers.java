package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.anonymous.ReturnCodes;
import org.contractethics.concern.internal.anonymous.ReturnCodes.Entry;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A concern as its anonymous filer sees it, opened by nothing but the key of their code. */
@Service
@Transactional(readOnly = true)
public class ReadingForFilers {

    private final ConcernStore concerns;
    private final SealedWords words;
    private final FilesOfConcerns files;
    private final ReturnCodes codes;
    private final Vault vault;
    private final Clock clock;

    ReadingForFilers(
            ConcernStore concerns,
            SealedWords words,
            FilesOfConcerns files,
            ReturnCodes codes,
            Vault vault,
            Clock clock) {
        this.concerns = concerns;
        this.words = words;
        this.files = files;
        this.codes = codes;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param withdrawnOn the day on which the filer withdrew it, with nothing left to read; else null
     * @param heldBecause why a legal hold keeps it; null where none does
     * @param code when and how often it was used
     */
    public record View(
            Concern concern,
            @Nullable LocalDate withdrawnOn,
            FiledWords words,
            List<Message> messages,
            List<FileOfConcern> files,
            @Nullable Answer answer,
            @Nullable String heldBecause,
            Entry code,
            LocalDate today) {}

    public View view(FilerSession session) {
        ConcernId id = session.concern();
        Concern concern = concerns.get(id);
        Entry code = codes.of(id).orElseThrow(Vault::unknown);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate withdrawn = concerns.withdrawnOn(id).orElse(null);
        String held = concerns.heldBecause(id, today).orElse(null);
        if (withdrawn != null) {
            return new View(concern, withdrawn, FiledWords.NONE, List.of(), List.of(), null, held, code, today);
        }
        Opening opening = opening(session);
        return new View(
                concern,
                null,
                words.words(id, opening).orElse(FiledWords.NONE),
                words.messages(id, opening),
                files.all(id, opening),
                words.answerTo(id, opening).orElse(null),
                held,
                code,
                today);
    }

    /** The copy of a file of theirs. */
    public Download copy(FilerSession session, int number) {
        Opening opening = opening(session);
        return files.all(session.concern(), opening).stream()
                .filter(file -> file.number() == number)
                .findFirst()
                .flatMap(file -> files.copy(session.concern(), number, opening)
                        .map(bytes -> new Download(file.savedAs(), bytes)))
                .orElseThrow(() -> Refused.notFound("There is no copy of such a file."));
    }

    private Opening opening(FilerSession session) {
        // kept for a legal hold, it is read by nobody either
        if (concerns.withdrawnOn(session.concern()).isPresent()) {
            throw Vault.unknown();
        }
        return vault.opening(session.concern(), Part.HANDLING, Opener.filer(session.key()));
    }
}
