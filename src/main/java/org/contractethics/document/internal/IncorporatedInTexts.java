package org.contractethics.document.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.document.reference.Incorporated;
import org.contractethics.document.reference.Incorporations;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What the text of a version incorporates, found once and kept in memory: a text that was read never changes, and every view of a
 * contract asks. The versions asked for least lately give way.
 */
@Component
class IncorporatedInTexts {

    /** Of documents named, over all versions kept: some ten megabytes. */
    private static final int MOST = 50_000;

    private final TextStore texts;
    private final int most;
    private final Map<DocumentVersionId, List<Incorporated>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int named;

    @Autowired
    IncorporatedInTexts(TextStore texts) {
        this(texts, MOST);
    }

    IncorporatedInTexts(TextStore texts, int most) {
        this.texts = texts;
        this.most = most;
    }

    /** @param version whose text was read */
    List<Incorporated> of(DocumentVersionId version) {
        List<Incorporated> known;
        synchronized (kept) {
            known = kept.get(version);
        }
        return known == null ? found(version) : known;
    }

    private List<Incorporated> found(DocumentVersionId version) {
        List<Incorporated> found = Incorporations.in(texts.clauses(version));
        synchronized (kept) {
            if (kept.put(version, found) == null) {
                named += size(found);
            }
            var oldest = kept.values().iterator();
            while (named > most && oldest.hasNext()) {
                named -= size(oldest.next());
                oldest.remove();
            }
        }
        return found;
    }

    /** A text that names nothing takes its place, too. */
    private static int size(List<Incorporated> found) {
        return 1 + found.stream().mapToInt(one -> 1 + one.clauses().size()).sum();
    }
}
