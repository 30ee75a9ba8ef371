package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.serviceexchange.platform.engine.rules.PlainExpressions;
import org.springframework.context.ApplicationContext;

/**
 * Restricts expressions to variables, comparisons and the delegates of their own feature, wherever the engine finds one. They
 * are refused before they are built, and what they may resolve has no properties and methods either.
 */
class RestrictedExpressions extends JuelExpressionManager {

    private final ApplicationContext context;

    RestrictedExpressions(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public Expression createExpression(String expression) {
        return super.createExpression(plain(expression));
    }

    @Override
    public ValueExpression createValueExpression(String expression) {
        return super.createValueExpression(plain(expression));
    }

    private static String plain(String expression) {
        if (!PlainExpressions.isPlain(expression)) {
            throw new ProcessEngineException("This is more than variables and comparisons: " + expression);
        }
        return expression;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new DelegateResolver(context));
        resolvers.add(new VariableScopeElResolver());
        return resolvers;
    }
}
