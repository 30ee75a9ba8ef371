package org.serviceexchange.rehearsal.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A page as a browser got it. */
public record VisitedPage(URI address, int status, String body) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    /** A form of the page with what it has filled in already. */
    record Form(URI action, Map<String, String> hidden) {}

    /** Whether it has a form that leads to this path. */
    public boolean asksFor(String path) {
        return form(path).isPresent();
    }

    /** The form that leads to this path, whatever parameters the path has. */
    Optional<Form> form(String path) {
        Matcher forms = FORM.matcher(body);
        while (forms.find()) {
            String action =
                    HtmlUtils.htmlUnescape(attributes(forms.group(1)).getOrDefault("action", address.toString()));
            URI target = address.resolve(action);
            if (target.getPath().equals(path)) {
                return Optional.of(new Form(target, hidden(forms.group(2))));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> hidden(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(form).results().map(field -> attributes(field.group(1))).forEach(field -> {
            if (field.getOrDefault("type", "").equals("hidden")) {
                fields.put(field.getOrDefault("name", ""), HtmlUtils.htmlUnescape(field.getOrDefault("value", "")));
            }
        });
        return fields;
    }

    /** What the first button or option with this name stands for, other than nothing. */
    public Optional<String> value(String name) {
        return FIELD.matcher(body)
                .results()
                .map(field -> attributes(field.group(1)))
                .filter(field -> field.getOrDefault("name", "").equals(name))
                .map(field -> HtmlUtils.htmlUnescape(field.getOrDefault("value", "")))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The last choice of a list. */
    public Optional<String> lastChoice(String list) {
        int from = body.indexOf("<select id=\"" + list + "\"");
        if (from < 0) {
            return Optional.empty();
        }
        String choices = body.substring(from, body.indexOf("</select>", from));
        return Pattern.compile("<option value=\"([^\"]+)\"")
                .matcher(choices)
                .results()
                .map(choice -> HtmlUtils.htmlUnescape(choice.group(1)))
                .reduce((one, next) -> next);
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> found = new LinkedHashMap<>();
        ATTRIBUTE.matcher(tag).results().forEach(one -> found.put(one.group(1), one.group(2)));
        return found;
    }
}
