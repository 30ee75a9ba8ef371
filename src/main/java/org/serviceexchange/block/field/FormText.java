package org.serviceexchange.block.field;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Finds own fields in the HTML of a form. */
public final class FormText {

    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)\\b[^>]*>");
    private static final Pattern LABEL = Pattern.compile("<label\\b([^>]*)>(.*?)</label>", Pattern.DOTALL);
    private static final int LONGEST_LABEL = 80;

    private FormText() {}

    /** The labels of the own fields by their names; a field without a label is called by its name. */
    public static Map<String, String> ownFields(String html) {
        Map<String, String> labels = labels(html);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(html);
        while (field.find() && fields.size() < OwnField.MOST) {
            String id = attribute(field.group(), "id").orElse("");
            attribute(field.group(), "cam-variable-name")
                    .filter(OwnField::isName)
                    .ifPresent(name ->
                            fields.put(name, labels.getOrDefault(id, name.substring(OwnField.PREFIX.length()))));
        }
        return fields;
    }

    private static Map<String, String> labels(String html) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(html);
        while (label.find()) {
            String text = HtmlUtils.htmlUnescape(label.group(2).replaceAll("<[^>]*>", ""))
                    .replaceAll("[\\s\\p{Cntrl}]+", " ")
                    .strip();
            if (!text.isEmpty() && text.length() <= LONGEST_LABEL) {
                attribute(label.group(1), "for").ifPresent(id -> labels.put(id, text));
            }
        }
        return labels;
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher attribute = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? Optional.of(attribute.group(1)) : Optional.empty();
    }
}
