package org.serviceexchange.platform.rulebook.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a model in which expressions may stand, such as {@code ${mailOn and not late}}. Expressions consist of variables,
 * literals, comparisons and choices; what has a property, a method, an index or a function is none and is not parsed. The
 * engine asks its own parser for the same later, so that code would have to pass both.
 */
public final class ModelExpression {

    private static final Pattern BEGIN = Pattern.compile("[$#]\\{");
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|(?<number>\\d+(\\.\\d+)?)|(?<word>[A-Za-z_$][A-Za-z0-9_$]*)"
                    + "|(?<string>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<sign>==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:()])");
    private static final Set<String> BINARY = Set.of(
            "==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "<", ">", "and", "or", "eq", "ne", "lt", "gt",
            "le", "ge", "div", "mod");
    private static final Set<String> UNARY = Set.of("!", "-", "not", "empty");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final Set<String> variables = new LinkedHashSet<>();
    private List<String> tokens = List.of();
    private int next;

    private ModelExpression() {}

    /** Whether a text is no expression at all. */
    public static boolean isText(String text) {
        return !BEGIN.matcher(text).find();
    }

    /** Empty if the text contains more than plain expressions. */
    public static Optional<ModelExpression> parse(String text) {
        ModelExpression parsed = new ModelExpression();
        int from = 0;
        Matcher begin = BEGIN.matcher(text);
        while (begin.find(from)) {
            boolean escaped = begin.start() > 0 && text.charAt(begin.start() - 1) == '\\';
            int end = parsed.expression(text, begin.end());
            if (escaped || end < 0) {
                return Optional.empty();
            }
            from = end;
        }
        return Optional.of(parsed);
    }

    /** The only variable of a text that is nothing else, such as {@code ${mailOn}}. */
    public static Optional<String> variable(String text) {
        Matcher only =
                Pattern.compile("[$#]\\{\\s*([A-Za-z_$][A-Za-z0-9_$]*)\\s*}").matcher(text.strip());
        return only.matches() ? Optional.of(only.group(1)).filter(name -> !LITERALS.contains(name)) : Optional.empty();
    }

    /** The variables that it reads. */
    public Set<String> variables() {
        return variables;
    }

    /** The place behind the brace that closes it; negative if it is not plain. */
    private int expression(String text, int begin) {
        List<String> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int at = begin;
        while (at < text.length() && text.charAt(at) != '}') {
            if (!token.region(at, text.length()).lookingAt()) {
                return -1;
            }
            if (!token.group().isBlank()) {
                found.add(token.group());
            }
            at = token.end();
        }
        tokens = found;
        next = 0;
        return at < text.length() && choice() && next == tokens.size() ? at + 1 : -1;
    }

    private boolean choice() {
        if (!operand()) {
            return false;
        }
        while (BINARY.contains(peek())) {
            next++;
            if (!operand()) {
                return false;
            }
        }
        return !take("?") || (choice() && take(":") && choice());
    }

    private boolean operand() {
        while (UNARY.contains(peek())) {
            next++;
        }
        if (take("(")) {
            return choice() && take(")");
        }
        String token = peek();
        boolean literal = token.matches("['\"\\d].*") || LITERALS.contains(token);
        boolean variable = !literal && token.matches("[A-Za-z_$].*") && !BINARY.contains(token);
        next++;
        if (variable) {
            variables.add(token);
        }
        return (literal || variable) && !peek().equals("(");
    }

    private boolean take(String token) {
        boolean there = peek().equals(token);
        if (there) {
            next++;
        }
        return there;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }
}
