package org.serviceexchange.checker.pair;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ports behind which nothing happens that the processes depend on, such as journals and notices. */
final class Quiet {

    private Quiet() {}

    /** A port that does nothing and knows nothing; in another guise it is the same. */
    static <T> T of(Class<T> port) {
        return of(port, Map.of());
    }

    /** The same, but with answers of these methods, from their arguments. */
    static <T> T of(Class<T> port, Map<String, Function<Object[], @Nullable Object>> answers) {
        InvocationHandler handler = (self, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == given[0];
                case "toString" -> port.getSimpleName();
                default -> {
                    Function<Object[], @Nullable Object> answer = answers.get(method.getName());
                    Object otherwise = method.getReturnType() == port ? self : nothing(method.getReturnType());
                    yield answer == null ? otherwise : answer.apply(given);
                }
            };
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class || type == Collection.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == byte[].class) {
            return new byte[0];
        }
        return type == String.class ? "" : null;
    }
}
