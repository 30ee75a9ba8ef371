package org.serviceexchange.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Names of settings that do not exist. Spring Boot overlooks environment variables, which others may have set, and
 * names of a group that does not exist.
 */
final class SettingNames {

    private static final String OURS = "serviceexchange";
    private static final Pattern SPELLED = Pattern.compile("(?i)service[-_]?exchange[._].+");

    /** Of the demonstration, whose settings exist in its profile only. */
    private static final String DEMO = OURS + "demo";

    /** Kubernetes sets these for a service of the name service-exchange. */
    private static final Pattern KUBERNETES = Pattern.compile("SERVICE_EXCHANGE_(SERVICE_(HOST|PORT.*)|PORT(_.*)?)");

    private final Set<String> known = new TreeSet<>();

    SettingNames(ConfigurableListableBeanFactory beans) {
        Arrays.stream(beans.getBeanDefinitionNames())
                .map(name -> beans.getType(name, false))
                .flatMap(SettingNames::settings)
                .forEach(known::add);
    }

    /** A {@code SETTING_UNKNOWN} problem for the first name that is no setting. */
    void check(ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> SPELLED.matcher(name).matches() && !isKnown(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem(ProblemCode.SETTING_UNKNOWN, name);
                });
    }

    private boolean isKnown(String name) {
        String plain = plain(name.replaceFirst("(\\[\\d+]|_\\d+)$", ""));
        return known.contains(plain)
                || plain.startsWith(DEMO)
                || KUBERNETES.matcher(name).matches();
    }

    private static Stream<String> settings(@Nullable Class<?> type) {
        ConfigurationProperties group = type == null ? null : type.getAnnotation(ConfigurationProperties.class);
        if (type == null || group == null || !type.isRecord()) {
            return Stream.empty();
        }
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> plain(group.prefix() + name));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
