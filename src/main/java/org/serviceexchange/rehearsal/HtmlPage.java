package org.serviceexchange.rehearsal;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A page that needs nothing from elsewhere, written from top to bottom; all texts are escaped, since labels are what somebody drew. */
final class HtmlPage {

    private static final String STYLE = "body{font-family:sans-serif;margin:2em;max-width:80em;color:#202124}"
            + "svg{width:100%;border:1px solid #dadce0}table{border-collapse:collapse;margin:1em 0}"
            + "th,td{text-align:left;vertical-align:top;padding:.3em .8em;border-bottom:1px solid #dadce0}"
            + ".otherwise{color:#c5221f}h2{margin-top:2em}";

    private final StringBuilder page = new StringBuilder();

    HtmlPage(Locale language, String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.toLanguageTag())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
        element("h1", title);
    }

    /** What is HTML already. */
    HtmlPage raw(String html) {
        page.append(html);
        return this;
    }

    HtmlPage element(String name, String text) {
        return raw("<" + name + ">").raw(escaped(text)).raw("</" + name + ">\n");
    }

    /** A part with a heading to which links lead. */
    HtmlPage heading(String id, String text) {
        return raw("<h2 id=\"" + id + "\">").raw(escaped(text)).raw("</h2>\n");
    }

    HtmlPage link(String id, String text) {
        return raw("<a href=\"#" + id + "\">").raw(escaped(text)).raw("</a>");
    }

    /** A row of a table with cells of this kind. */
    HtmlPage row(String cell, String... texts) {
        raw("<tr>");
        for (String text : texts) {
            element(cell, text);
        }
        return raw("</tr>\n");
    }

    String whole() {
        return page + "</body></html>\n";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
