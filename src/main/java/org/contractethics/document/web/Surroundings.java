package org.contractethics.document.web;

import java.util.List;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.FileInside;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

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

    void show(StoredVersion stored, Actor viewer, Model model) {
        model.addAttribute("outer", outer(stored, viewer));
        model.addAttribute(
                "inside",
                catalogue.inside(stored).stream()
                        .map(found -> DocumentRow.of(found, "", stored.version().fileName()))
                        .toList());
        model.addAttribute(
                "apart",
                catalogue.apart(stored.version().id()).stream().map(Apart::of).toList());
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
