package org.contractethics.record.checkpoint;

import org.contractethics.BenchmarkSize;

/** In every build, of the smallest size: it still works. */
class KilledDecisionsBenchmarkTests extends KilledDecisionsBenchmark {

    @Override
    BenchmarkSize size() {
        return BenchmarkSize.smallest(1);
    }
}
