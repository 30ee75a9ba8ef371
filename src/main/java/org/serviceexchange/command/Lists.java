package org.serviceexchange.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists, newest first: the first part of each, or all parts. */
final class Lists {

    private static final String LARGEST_PART = "100";
    private static final String PART = "20";

    private Lists() {}

    /** Prints lists of the API as one. */
    static void print(Invocation invocation, List<String> paths, List<String> columns) {
        ObjectNode all = ApiClient.JSON.createObjectNode();
        ArrayNode items = all.putArray("items");
        boolean more = false;
        for (String path : paths) {
            more |= collect(invocation, path, items);
        }
        all.put("more", more);
        invocation.output().list(all, columns);
        if (more && !invocation.has(Option.JSON)) {
            invocation.terminal().err().println(invocation.terminal().text("command.more", Option.ALL.flag()));
        }
    }

    /** True if there is more that was not asked for. */
    private static boolean collect(Invocation invocation, String path, ArrayNode items) {
        boolean all = invocation.has(Option.ALL);
        String question = path + "?limit=" + (all ? LARGEST_PART : PART)
                + invocation
                        .value(Option.STATE)
                        .map(state -> "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8))
                        .orElse("");
        String cursor = "";
        do {
            JsonNode part = invocation
                    .api()
                    .get(question + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            part.path("items").forEach(items::add);
            cursor = part.path("nextCursor").asText();
        } while (all && !cursor.isEmpty());
        return !cursor.isEmpty();
    }
}
