package org.serviceexchange.platform.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Resolves {@code #{matchContactDelegate}} among the delegates and listeners of the feature that owns the process, and among
 * the building blocks, which every process may use. Expressions cannot reach any other bean.
 */
class DelegateResolver extends ELResolver {

    /** The module whose delegates all processes share. */
    private static final String BLOCKS = "block.";

    private final ApplicationContext context;

    DelegateResolver(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public @Nullable Object getValue(ELContext el, @Nullable Object base, Object property) {
        String name = String.valueOf(property);
        boolean ours = base == null && (name.endsWith("Delegate") || name.endsWith("Listener"));
        if (!ours || !(el.getContext(VariableScope.class) instanceof VariableScope scope)) {
            return null;
        }
        String key = execution(scope).getProcessDefinition().getKey();
        Object bean = find(context, key, name).orElse(null);
        el.setPropertyResolved(bean != null);
        return bean;
    }

    /** The delegate or listener that a process calls by this name. */
    static Optional<Object> find(ApplicationContext context, String process, String name) {
        Stream<String> ofFeature = context.getBeanProvider(ProcessRegistration.class).stream()
                .filter(registered -> registered.key().equals(process))
                .map(registered -> registered.beanOf(name));
        return Stream.concat(ofFeature, Stream.of(BLOCKS + name))
                .filter(context::containsBean)
                .map(context::getBean)
                .findFirst();
    }

    private static ExecutionEntity execution(VariableScope scope) {
        Object execution = scope instanceof DelegateTask task ? task.getExecution() : scope;
        return (ExecutionEntity) execution;
    }

    @Override
    public @Nullable Class<?> getType(ELContext el, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext el, @Nullable Object base, Object property, Object value) {
        // Expressions never assign delegates
    }

    @Override
    public boolean isReadOnly(ELContext el, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext el, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext el, @Nullable Object base) {
        return Object.class;
    }
}
