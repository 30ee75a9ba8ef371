package org.serviceexchange.journey;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A loaded page. */
record Page(Browser browser, int status, String body, Document document) {

    URI address() {
        return URI.create(document.location());
    }

    String text() {
        return document.text();
    }

    boolean has(String selector) {
        return document.selectFirst(selector) != null;
    }

    /** Submits the form that the selector finds, with its current values and those that a person enters. */
    Page submit(String selector, Map<String, String> entered) throws IOException, InterruptedException {
        FormElement form = document.select(selector).forms().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + selector + " on " + this));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Connection.KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        fields.putAll(entered);
        String action = form.hasAttr("action") ? form.absUrl("action") : document.location();
        return browser.post(URI.create(action), fields);
    }

    /** Presses the button with this text, in any form. */
    Page press(String button, Map<String, String> entered) throws IOException, InterruptedException {
        var found = document.select("button:containsOwn(" + button + "), input[type=submit][value=" + button + "]")
                .first();
        if (found == null || found.closest("form") == null) {
            throw new AssertionError("There is no button " + button + " on " + this);
        }
        Map<String, String> all = new LinkedHashMap<>(entered);
        if (found.hasAttr("name")) {
            all.put(found.attr("name"), found.attr("value"));
        }
        return submit(found.closest("form").cssSelector(), all);
    }

    Page follow(String link) throws IOException, InterruptedException {
        var found = document.select("a:containsOwn(" + link + ")").first();
        if (found == null) {
            throw new AssertionError("There is no link " + link + " on " + this);
        }
        return browser.open(URI.create(found.absUrl("href")));
    }

    @Override
    public String toString() {
        return status + " " + document.location() + "\n" + (document.body() == null ? body : text());
    }
}
