package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Restricts expressions to variables and the delegates of their own feature; no other beans can be reached. */
class RestrictedExpressions extends JuelExpressionManager {

    private final ApplicationContext context;

    RestrictedExpressions(ApplicationContext context) {
        this.context = context;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new DelegateResolver(context));
        resolvers.add(super.createElResolver());
        return resolvers;
    }
}
