package org.serviceexchange.webapps.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import org.serviceexchange.platform.problem.Problem;

/** Compares the members of a body, at every depth, with those of a line of the list. */
final class BodyMembers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "{field}";

    private final List<String> allowed;
    private final String user;
    private final BiPredicate<String, String> fields;

    /**
     * @param allowed members such as {@code profile.id}, {@code userId=@me} or {@code variables.{field}.value}
     * @param fields whether a name with this value may stand for {@code {field}}
     */
    BodyMembers(List<String> allowed, String user, BiPredicate<String, String> fields) {
        this.allowed = allowed;
        this.user = user;
        this.fields = fields;
    }

    /** Refuses a member that is not allowed, or has a value that is not. */
    void check(byte[] body) {
        if (body.length == 0 || allowed.contains("*")) {
            return;
        }
        try {
            JsonNode tree = JSON.readTree(body);
            if (!tree.isObject()) {
                throw refused(tree.toString());
            }
            members(tree, "", tree);
        } catch (JsonProcessingException e) {
            throw ApiGuard.refused("engine.refused.notStrict");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void members(JsonNode body, String path, JsonNode node) {
        if (node.isObject() && (!node.isEmpty() || path.isEmpty() || begins(path))) {
            node.properties()
                    .forEach(member -> members(
                            body, path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue()));
        } else if (allowed.stream().noneMatch(pattern -> accepts(body, pattern, path, node))) {
            throw refused(path);
        }
    }

    private boolean begins(String path) {
        return allowed.stream()
                .map(pattern -> pattern.split("=", 2)[0])
                .anyMatch(pattern -> pattern.startsWith(path + ".") || parent(pattern, path));
    }

    /** Whether a path such as {@code variables.companyId} is the member that has the fields of a variable. */
    private static boolean parent(String pattern, String path) {
        int at = pattern.indexOf(FIELD);
        return at > 0 && path.startsWith(pattern.substring(0, at)) && path.indexOf('.', at) < 0;
    }

    private boolean accepts(JsonNode body, String pattern, String path, JsonNode node) {
        String[] rule = pattern.split("=", 2);
        return node.isValueNode()
                && isNamed(body, rule[0], path)
                && (rule.length == 1
                        || (rule[1].equals("@me")
                                ? node.asText().equals(user)
                                : node.asText().matches(rule[1])));
    }

    private boolean isNamed(JsonNode body, String pattern, String path) {
        int at = pattern.indexOf(FIELD);
        if (at < 0) {
            return pattern.equals(path);
        }
        String end = pattern.substring(at + FIELD.length());
        if (!path.startsWith(pattern.substring(0, at)) || !path.endsWith(end) || path.length() <= at + end.length()) {
            return false;
        }
        String name = path.substring(at, path.length() - end.length());
        return fields.test(name, body.path("variables").path(name).path("value").asText());
    }

    private static Problem refused(String member) {
        return ApiGuard.refused("engine.refused.member", member);
    }
}
