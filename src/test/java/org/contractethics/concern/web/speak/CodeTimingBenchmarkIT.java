package org.contractethics.concern.web.speak;

import org.contractethics.BenchmarkSize;
import org.contractethics.IntegrationTest;

/** In every build, of the smallest size and whatever the time it takes: it still works. */
@IntegrationTest
class CodeTimingBenchmarkIT extends CodeTimingBenchmark {

    @Override
    BenchmarkSize size() {
        return BenchmarkSize.smallest(1);
    }
}
