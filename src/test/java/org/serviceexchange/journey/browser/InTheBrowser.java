package org.serviceexchange.journey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Injects the {@link World} and {@link People} into tests. Without a browser the tests are skipped, or fail on a build
 * machine. A story also fails for complaints of the browsers; target/browser then contains what they showed.
 */
final class InTheBrowser
        implements ExecutionCondition, BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback {

    static final Path FOLDER = Path.of("target", "browser");

    private static final Namespace OURS = Namespace.create(InTheBrowser.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        BrowserSearch search = BrowserSearch.here();
        if (search.required() || search.find().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a browser, or there must be.");
        }
        root(context).getOrComputeIfAbsent("said", said -> {
            System.out.println(search.missing() + " They are skipped.");
            return true;
        });
        return ConditionEvaluationResult.disabled(search.missing());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        BrowserSearch search = BrowserSearch.here();
        assertThat(search.find()).as(search.missing()).isPresent();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == World.class || type == People.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        World world = Shared.WORLD;
        if (parameter.getParameter().getType() == World.class) {
            return world;
        }
        return context.getStore(OURS)
                .getOrComputeIfAbsent(People.class, type -> new People(world.chromium()), People.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        People people = context.getStore(OURS).get(People.class, People.class);
        if (people == null) {
            return;
        }
        Path evidence = FOLDER.resolve(context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName());
        context.getExecutionException().ifPresent(reason -> people.saveEvidence(evidence, reason));
        var complaints = people.complaints();
        people.leave();
        if (context.getExecutionException().isEmpty()) {
            assertThat(complaints).as("what the browsers complained about").isEmpty();
        }
    }

    /** Started once in a JVM, or not at all: the JVM runs one class after the other, each as a plan of tests of its own. */
    private static final class Shared {
        static final World WORLD = World.start();
    }

    private static Store root(ExtensionContext context) {
        return context.getRoot().getStore(OURS);
    }
}
