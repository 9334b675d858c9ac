package org.contractethics.document.web;

import java.util.List;
import java.util.Optional;
import org.contractethics.document.internal.DocumentRights;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** The documents on the case page. */
@Component
class DocumentPanel implements CasePanel {

    private static final int PLACE_OF_DOCUMENTS = 400;

    private final DocumentList list;
    private final DocumentRights rights;

    DocumentPanel(DocumentList list, DocumentRights rights) {
        this.list = list;
        this.rights = rights;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        if (!rights.mayRead(contract, viewer)) {
            return Optional.empty();
        }
        return Optional.of(new View(
                PLACE_OF_DOCUMENTS,
                Column.MAIN,
                "document/panel",
                list.model(contract, viewer, UploadForm.EMPTY, List.of())));
    }
}
