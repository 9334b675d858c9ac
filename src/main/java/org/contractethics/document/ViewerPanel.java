package org.contractethics.document;

import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;

/**
 * What stands beside the text of a document in the viewer. Modules above contribute what they know by a bean of this type, as on the
 * case page; asked only for viewers who may read the document.
 */
public interface ViewerPanel {

    Optional<View> panel(ContractId contract, DocumentVersionId version, Actor viewer);

    /**
     * @param template Thymeleaf template that has a fragment {@code panel(model)}
     * @param model what the fragment reads
     */
    record View(String template, Map<String, Object> model) {}
}
