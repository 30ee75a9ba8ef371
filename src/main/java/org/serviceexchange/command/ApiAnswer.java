package org.serviceexchange.command;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A successful answer of an instance.
 *
 * @param json missing if the answer has none
 */
record ApiAnswer(int status, String etag, JsonNode json) {

    boolean unchanged() {
        return status == 304;
    }

    String state() {
        return json.path("state").asText();
    }
}
