package org.contractethics.workflow.internal;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.stereotype.Component;

/**
 * Leaves out the mark that a delivery has begun: a statement and a transaction for each that say nothing new. Whether it was cut off
 * is asked of its age alone, begun or not, see {@link Deliveries#resubmit}; while it is tried again it stays marked as such.
 */
@Component
class UnmarkedBeginnings implements BeanPostProcessor {

    private static final String BEGINS = "markProcessing";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof EventPublicationRepository)) {
            return bean;
        }
        ProxyFactory publications = new ProxyFactory(bean);
        publications.addAdvice(
                (MethodInterceptor) call -> call.getMethod().getName().equals(BEGINS) ? null : call.proceed());
        return publications.getProxy(bean.getClass().getClassLoader());
    }
}
