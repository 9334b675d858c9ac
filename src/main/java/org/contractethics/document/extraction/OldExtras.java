package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.Iterator;
import org.apache.poi.POIDocument;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;

/** What an Office file of the older kind holds beside its text: properties, and files inside it. */
final class OldExtras {

    private OldExtras() {}

    /** Torn properties are no reason to lose the text. */
    static void addProperties(POIDocument document, Draft draft) {
        try {
            SummaryInformation summary = document.getSummaryInformation();
            if (summary != null) {
                draft.property("title", summary.getTitle());
                draft.property("subject", summary.getSubject());
                draft.property("creator", summary.getAuthor());
                draft.property("keywords", summary.getKeywords());
                draft.property("description", summary.getComments());
                draft.property("lastModifiedBy", summary.getLastAuthor());
            }
            DocumentSummaryInformation more = document.getDocumentSummaryInformation();
            if (more != null) {
                draft.property("category", more.getCategory());
                draft.property("Company", more.getCompany());
                draft.property("Manager", more.getManager());
            }
        } catch (LimitHitException e) {
            throw e;
        } catch (RuntimeException e) {
            draft.gap("The properties of the file are damaged and were not read.");
        }
    }

    /** Word keeps embedded objects in one folder. */
    static void addObjectPool(DirectoryNode root, Draft draft) throws IOException {
        if (root.hasEntryCaseInsensitive("ObjectPool")
                && root.getEntryCaseInsensitive("ObjectPool") instanceof DirectoryNode pool) {
            addFolders(pool, "", draft);
        }
    }

    /** @param prefix of the names of the folders that hold objects */
    static void addFolders(DirectoryNode root, String prefix, Draft draft) throws IOException {
        int count = 0;
        for (Iterator<Entry> entries = root.getEntries(); entries.hasNext(); ) {
            if (entries.next() instanceof DirectoryNode folder
                    && folder.getName().startsWith(prefix)) {
                count++;
                EmbeddedObjects.add("embedded object " + count, folder, draft);
            }
        }
    }
}
