package org.contractethics.shared;

import java.util.List;
import java.util.Set;

/**
 * What has to be kept for now, whoever asks for its erasure (GDPR Art. 17(3)(b) and (e)). Each module that knows of such duties
 * answers for its own.
 */
public interface Retention {

    /**
     * Why records about these contracts and concerns have to be kept, in whole sentences; empty where nothing stands in the way.
     * Says nothing by which a concern or its filer could be recognised.
     */
    List<String> duties(Set<ContractId> contracts, Set<ConcernId> concerns);
}
