package org.contractethics.workflow.internal;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** A bean that is already there. */
record Late<T>(T bean) implements ObjectProvider<T> {

    @Override
    public T getObject() {
        return bean;
    }

    @Override
    public Stream<T> stream() {
        return Stream.of(bean);
    }
}
