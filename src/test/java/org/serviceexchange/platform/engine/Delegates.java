package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.test.mock.Mocks;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Creates the delegates and listeners of one feature from a test's use cases; the expressions of its process find them
 * here.
 */
public final class Delegates {

    private Delegates() {}

    /**
     * Registers the delegates; replaces those of earlier tests.
     *
     * @param feature name of its module, such as {@code provider}
     * @param parts constructor arguments of its delegates
     */
    public static void register(String feature, Object... parts) {
        try (var context = new GenericApplicationContext()) {
            for (Object part : parts) {
                context.getBeanFactory()
                        .registerSingleton("part " + part.getClass().getName(), part);
            }
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(
                    (type, all) -> type.getClassMetadata().getClassName().matches(".*(Delegate|Listener)")
                            && type.getAnnotationMetadata().hasAnnotation(Component.class.getName()));
            scanner.scan("org.serviceexchange." + feature);
            context.refresh();
            for (String name : context.getBeanDefinitionNames()) {
                Mocks.register(name, context.getBean(name));
            }
        }
    }
}
