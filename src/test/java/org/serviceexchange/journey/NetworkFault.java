package org.serviceexchange.journey;

/** What a network, a proxy or a peer in trouble may do to one request between two instances. */
enum NetworkFault {
    DROPPED,
    ANSWER_LOST,
    DELAYED,
    DUPLICATED,
    ANSWER_TRUNCATED,
    ANSWER_CORRUPTED,
    REQUEST_CORRUPTED,
    REDIRECTED("302 Found", "Location: https://login.example.com/\r\n", ""),
    BAD_REQUEST("400 Bad Request", "Content-Type: text/plain\r\n", "Bad Request"),
    NOT_FOUND("404 Not Found", "Content-Type: text/html\r\n", "<html><body><h1>404 Not Found</h1></body></html>"),
    TOO_MANY("429 Too Many Requests", "Retry-After: 1\r\nContent-Type: text/plain\r\n", ""),
    BROKEN("500 Internal Server Error", "Content-Type: application/json\r\n", "{\"error\":\"oops\"}"),
    BAD_GATEWAY("502 Bad Gateway", "Content-Type: text/html\r\n", "<html><body>Bad Gateway</body></html>"),
    UNAVAILABLE("503 Service Unavailable", "Retry-After: 2\r\nContent-Type: text/plain\r\n", "maintenance"),
    WEB_PAGE(
            "200 OK",
            "Content-Type: text/html\r\n",
            "<html><body>Please accept the terms of this network</body></html>");

    /** The whole answer that comes in place of the instance's; empty if the instance answers. */
    private final String answer;

    NetworkFault() {
        answer = "";
    }

    NetworkFault(String status, String headers, String body) {
        answer = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    String answer() {
        return answer;
    }
}
