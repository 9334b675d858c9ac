package org.contractethics.record.beside;

import org.contractethics.BenchmarkSize;

/** In every build, of the smallest size: it still works. */
class BesideBenchmarkTests extends BesideBenchmark {

    @Override
    BenchmarkSize size() {
        return BenchmarkSize.smallest(100);
    }
}
