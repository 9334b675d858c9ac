package org.contractethics.document.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.FileInside;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the viewer shows around the text of a file: where it was found, what is inside it, and what is told about it. */
@Component
class Surroundings {

    private final DocumentCatalogue catalogue;

    Surroundings(DocumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Words that are no text of the document, line by line. */
    public record Apart(String title, List<String> lines) {

        public Apart {
            lines = List.copyOf(lines);
        }

        static Apart of(PartText part) {
            return new Apart(PartWords.of(part.name()), part.text().lines().toList());
        }
    }

    Map<String, Object> of(StoredVersion stored, Actor viewer) {
        Map<String, Object> model = new LinkedHashMap<>();
        DocumentVersion outer = outer(stored, viewer);
        if (outer != null) {
            model.put("outer", outer);
        }
        Map<DocumentVersionId, Progress> readings =
                catalogue.progress(stored.version().contract());
        model.put(
                "inside",
                catalogue.inside(stored).stream()
                        .map(found -> DocumentRow.of(found, "", stored.version().fileName(), readings))
                        .toList());
        model.put(
                "apart",
                catalogue.apart(stored.version().id()).stream().map(Apart::of).toList());
        return model;
    }

    private @Nullable DocumentVersion outer(StoredVersion stored, Actor viewer) {
        FileInside inside = stored.inside();
        return inside == null
                ? null
                : catalogue
                        .readable(stored.version().contract(), inside.parent(), viewer)
                        .version();
    }
}
