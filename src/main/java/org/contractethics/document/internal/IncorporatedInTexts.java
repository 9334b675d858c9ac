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
 * What the text of a version incorporates, found once and kept in memory: every view of a contract asks, and a text changes only when
 * another reader reads it anew. Those asked for least lately give way.
 */
@Component
class IncorporatedInTexts {

    /** Of documents named, over all versions kept: some ten megabytes. */
    private static final int MOST = 50_000;

    private final TextStore texts;
    private final int most;
    private final Map<TextKey, List<Incorporated>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int named;

    private record TextKey(DocumentVersionId version, int reader) {}

    @Autowired
    IncorporatedInTexts(TextStore texts) {
        this(texts, MOST);
    }

    IncorporatedInTexts(TextStore texts, int most) {
        this.texts = texts;
        this.most = most;
    }

    /**
     * @param version whose text was read
     * @param reader number of the reader that read it
     */
    List<Incorporated> of(DocumentVersionId version, int reader) {
        TextKey key = new TextKey(version, reader);
        List<Incorporated> known;
        synchronized (kept) {
            known = kept.get(key);
        }
        return known == null ? found(key) : known;
    }

    private List<Incorporated> found(TextKey key) {
        List<Incorporated> found = Incorporations.in(texts.clauses(key.version()));
        synchronized (kept) {
            List<Incorporated> before = kept.put(key, found);
            named += size(found) - (before == null ? 0 : size(before));
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
