package org.serviceexchange.platform.rulebook;

import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Forms that tasks and starts show stand in the same folder. */
final class FormRules {

    private static final String EMBEDDED = "embedded:deployment:";

    private FormRules() {}

    static void check(ReadFolder folder, ReadFolder.Model read) {
        for (ModelNode node : read.drawn().nodes()) {
            XmlElement element = node.element();
            String key = element.camunda("formKey");
            String reference = element.camunda("formRef");
            if (!key.isEmpty()) {
                exists(folder, read, element, key.replaceFirst("^" + EMBEDDED, ""));
            } else if (!reference.isEmpty()) {
                exists(folder, read, element, reference + ".form");
                if (!element.camunda("formRefBinding").equals("deployment")) {
                    read.breaches().add(Rule.FORM_OF_ANOTHER_VERSION, element);
                }
            } else if (node.is("userTask")) {
                read.breaches().add(Rule.FORM_MISSING, element);
            }
        }
    }

    private static void exists(ReadFolder folder, ReadFolder.Model read, XmlElement element, String file) {
        if (!folder.has(file)) {
            read.breaches().add(Rule.FORM_UNKNOWN, element, file);
        }
    }
}
