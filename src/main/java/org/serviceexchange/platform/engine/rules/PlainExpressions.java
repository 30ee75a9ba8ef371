package org.serviceexchange.platform.engine.rules;

import java.util.List;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Tells plain expressions from those that can run code. A plain one consists of text, variables, literals, comparisons and
 * choices; it has no property, method, index or function. The engine's own parser reads it, so that both read the same.
 */
public final class PlainExpressions {

    private static final List<Class<? extends Node>> PLAIN = List.of(
            AstText.class,
            AstComposite.class,
            AstEval.class,
            AstNested.class,
            AstIdentifier.class,
            AstBinary.class,
            AstUnary.class,
            AstChoice.class,
            AstBoolean.class,
            AstNumber.class,
            AstString.class,
            AstNull.class);

    private static final Builder PARSER = new Builder(Feature.METHOD_INVOCATIONS, Feature.VARARGS);

    private PlainExpressions() {}

    /** Whether a text is plain; one that cannot be parsed is not. */
    public static boolean isPlain(String text) {
        try {
            return isPlain(PARSER.build(text).getRoot());
        } catch (TreeBuilderException unreadable) {
            return false;
        }
    }

    private static boolean isPlain(Node node) {
        if (!PLAIN.contains(node.getClass())) {
            return false;
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            if (!isPlain(node.getChild(child))) {
                return false;
            }
        }
        return true;
    }
}
