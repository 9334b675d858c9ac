package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The files inside an Office file of the newer kind: a program finds them by relations of its parts, whatever they are called. */
final class OfficeInside {

    /** Pieces of text in another format: Word shows them in their place. */
    private static final String PIECE = "aFChunk";

    private static final Set<String> KINDS = Set.of(PIECE, "package", "oleObject", "subDocument", "frame");

    private final OfficePackage office;
    private final Draft draft;

    /** By the key of the part, whether it is a piece of the text. */
    private final Map<String, Found> found = new LinkedHashMap<>();

    private record Found(String part, boolean piece) {}

    private OfficeInside(OfficePackage office, Draft draft) {
        this.office = office;
        this.draft = draft;
    }

    static void add(OfficePackage office, Draft draft) throws IOException {
        OfficeInside inside = new OfficeInside(office, draft);
        inside.find();
        for (Found one : inside.found.values()) {
            inside.add(one);
        }
    }

    private void find() {
        office.partsIn("embeddings").forEach(part -> found(part, false));
        office.partsIn("afchunk").forEach(part -> found(part, true));
        for (String part : office.parts()) {
            draft.budget().checkTime();
            try {
                office.relations(part).values().forEach(this::follow);
            } catch (IOException e) {
                draft.gap("What a part of the file refers to is damaged: files inside it may not have been read.");
            }
        }
    }

    private void follow(OfficePackage.Relation relation) {
        if (KINDS.stream().noneMatch(relation::is)) {
            return;
        }
        String target = relation.target();
        if (target == null) {
            draft.gap(
                    "The file shows what stands in another file outside of it, which was not read. Read the original.");
        } else if (office.has(target)) {
            found(target, relation.is(PIECE));
        } else {
            draft.gap("The file shows what should stand in a part of it that is missing. Read the original.");
        }
    }

    /** Relations of some parts lie in the folder, too: they are no files of anybody. */
    private void found(String part, boolean piece) {
        if (!part.endsWith(".rels")) {
            found.putIfAbsent(part.toLowerCase(Locale.ROOT), new Found(part, piece));
        }
    }

    private void add(Found one) throws IOException {
        String name = one.part().substring(one.part().lastIndexOf('/') + 1);
        try (InputStream in = office.stream(one.part())) {
            if (one.piece()) {
                draft.embedded().add(name, in);
            } else {
                EmbeddedObjects.add(name, in, draft);
            }
        }
    }
}
