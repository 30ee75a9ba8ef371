package org.serviceexchange.platform.rulebook;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.serviceexchange.platform.rulebook.model.Catalogue;
import org.serviceexchange.platform.rulebook.model.ModelFlow;
import org.serviceexchange.platform.rulebook.model.ModelNode;

/** Labels say what people need to read a diagram; in which language they do is free. */
final class LabelRules {

    private LabelRules() {}

    static void check(ReadFolder.Model read) {
        for (ModelNode node : read.drawn().nodes()) {
            String label = node.element().value("name").strip();
            boolean asks = node.isGateway() && node.outgoing().size() > 1;
            if (label.isEmpty() && (!node.isGateway() || asks)) {
                read.breaches().add(Rule.LABEL_MISSING, node.element());
            } else if (asks && !node.is("parallelGateway") && !node.is("eventBasedGateway")) {
                question(read, node, label);
            }
            step(read, node, label);
        }
    }

    private static void question(ReadFolder.Model read, ModelNode gateway, String label) {
        if (!label.endsWith("?")) {
            read.breaches().add(Rule.QUESTION_MISSING, gateway.element());
        }
        Set<String> answers = new HashSet<>();
        for (ModelFlow flow : gateway.outgoing()) {
            String answer = flow.element().value("name").strip();
            if (answer.isEmpty() || !answers.add(answer)) {
                read.breaches().named(Rule.ANSWER_MISSING, flow.element(), flow.label());
            }
        }
    }

    /** Who reads "Match contact" expects that this is what happens. A building block is called as its place in the process asks. */
    private static void step(ReadFolder.Model read, ModelNode node, String label) {
        String delegate = StepRules.delegate(node);
        boolean block = Catalogue.ofThisApplication().of("", "").steps().containsKey(delegate);
        boolean known = !block
                && read.catalogue().steps().containsKey(delegate)
                && Catalogue.ofThisApplication()
                        .processes()
                        .contains(read.drawn().key());
        if (known && !label.isEmpty() && !delegate.equals(phrase(label) + "Delegate")) {
            read.breaches().add(Rule.LABEL_OF_STEP, node.element(), delegate);
        }
    }

    /** Converts "Send registration e-mail" to sendRegistrationEMail. */
    private static String phrase(String label) {
        String words = Arrays.stream(label.replaceAll("['’]", "").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.isEmpty() ? "" : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
