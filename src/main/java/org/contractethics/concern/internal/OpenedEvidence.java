package org.contractethics.concern.internal;

import java.util.List;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What nobody reads without an opening: the name of a confidential filer, and files as they came. Each is read by the wrap of one person,
 * which the database keeps from everybody to whom nothing was opened; the wrap of one file opens no other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OpenedEvidence {

    private final SealedWords words;
    private final FilesOfConcerns files;
    private final Entitling entitling;
    private final SealingApart apart;
    private final Vault vault;

    OpenedEvidence(SealedWords words, FilesOfConcerns files, Entitling entitling, SealingApart apart, Vault vault) {
        this.words = words;
        this.files = files;
        this.entitling = entitling;
        this.apart = apart;
        this.vault = vault;
    }

    /**
     * Gives this person the key of the name, or of one original; the opening was granted before.
     *
     * @param file null for the name
     */
    public void entitle(ConcernId id, @Nullable Integer file, String person) {
        if (file == null) {
            vault.entitle(id, Part.IDENTITY, person);
        } else {
            apart.sealAlone(id, file);
            vault.entitle(id, Part.original(file), person);
        }
    }

    /** Account name of the filer. */
    public String name(ConcernId id, String person) {
        Opening opening = vault.opening(id, Part.IDENTITY, Opener.person(person));
        return words.name(id, Part.IDENTITY, opening).orElseThrow(Vault::unknown);
    }

    /** A file as it came, under a name that says nothing but its kind. */
    public Download original(ConcernId id, int number, Actor officer) {
        FileOfConcern file = files(id, officer).stream()
                .filter(known -> known.number() == number)
                .findFirst()
                .orElseThrow(Vault::unknown);
        Part alone = Part.original(number);
        if (!vault.isEntitled(id, alone, officer.username())) {
            // opened under an earlier version, whose keys opened all originals; the database asks for the opening again
            entitle(id, number, officer.username());
        }
        Opening opening = vault.opening(id, alone, Opener.person(officer.username()));
        return files.original(id, number, opening)
                .map(bytes -> new Download("original-" + number + file.originalEnding(), bytes))
                .orElseThrow(Vault::unknown);
    }

    /** The files of a concern, for somebody who handles it. */
    public List<FileOfConcern> files(ConcernId id, Actor officer) {
        return files.all(id, entitling.forOfficer(id, Part.HANDLING, officer.username()));
    }

    /** Seals for those who may confirm an opening. */
    public byte[] sealToConfirm(ConcernId id, String field, String text) {
        vault.beginApart(id, Part.OPENING);
        return vault.seal(id, Part.OPENING, field, text);
    }

    /** What was sealed for those who may confirm; that this person may was asked before. */
    public String toConfirm(ConcernId id, String field, byte[] sealed, Actor second) {
        if (!vault.isEntitled(id, Part.OPENING, second.username())) {
            vault.entitle(id, Part.OPENING, second.username());
        }
        return vault.opening(id, Part.OPENING, Opener.person(second.username())).text(field, sealed);
    }
}
