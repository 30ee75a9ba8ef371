package org.serviceexchange.platform.settings;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.problem.ProblemTexts;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Describes each invalid setting in one sentence; values are not repeated, because they may be secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String OURS = "service-exchange";
    private static final String ACTION = ProblemTexts.solution(ProblemCode.SETTING_INVALID, Languages.DEFAULT);

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException failure) {
        String name = failure.getName().toString();
        return name.startsWith(OURS) ? new FailureAnalysis(description(name, failure), ACTION, rootFailure) : null;
    }

    private static String description(String name, BindException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return lines(
                        invalid.getValidationErrors().getAllErrors().stream().map(error -> sentence(name, error)));
            }
            if (cause instanceof Problem refused) {
                // Only the base URL is read as more than its type says
                return cause(ProblemCode.SETTING_INVALID, name + ".base-url", refused.sentence(Languages.DEFAULT));
            }
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return lines(unknown.getUnboundProperties().stream()
                        .map(ConfigurationProperty::getName)
                        .map(property -> cause(ProblemCode.SETTING_UNKNOWN, property)));
            }
        }
        String type = failure.getTarget().getType().toClass().getSimpleName();
        return cause(ProblemCode.SETTING_UNREADABLE, name, type);
    }

    private static String sentence(String prefix, ObjectError error) {
        boolean oneSetting = error instanceof FieldError field && !"AssertTrue".equals(field.getCode());
        String name = oneSetting ? prefix + "." + dashed(((FieldError) error).getField()) : prefix;
        return cause(ProblemCode.SETTING_INVALID, name, String.valueOf(error.getDefaultMessage()));
    }

    private static String cause(ProblemCode code, Object... arguments) {
        return ProblemTexts.cause(code, Languages.DEFAULT, arguments);
    }

    private static String dashed(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String lines(Stream<String> sentences) {
        return sentences.sorted().collect(Collectors.joining(System.lineSeparator()));
    }
}
