package org.contractethics.record;

import org.contractethics.BenchmarkSize;

/** In every build, of the smallest size: it still works. */
class RecordBenchmarkTests extends RecordBenchmark {

    @Override
    BenchmarkSize size() {
        return BenchmarkSize.smallest(400);
    }
}
