package org.serviceexchange.platform.web.edge;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.TestBrowser;

/** Sends what a browser or a program would not, with the rights of somebody who is logged in or has a token. */
class HostileClient {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestBrowser browser;
    private String csrf = "";
    private String authorization = "";

    HostileClient(int port) {
        this.browser = new TestBrowser(port);
    }

    /** In a new session: one that keeps what hundreds of forms left for the next page is slow. */
    void logIn(String user, String password) {
        browser.forget("test-instance-session");
        browser.logIn(user, password);
        Matcher token = CSRF.matcher(get("/").body());
        if (!token.find()) {
            throw new AssertionError("The start page of a user has a token.");
        }
        csrf = token.group(1);
    }

    void authorize(String token) {
        authorization = "Bearer " + token;
    }

    HttpResponse<String> get(String path) {
        return browser.get(path);
    }

    String cookie(String name) {
        return browser.cookie(name);
    }

    /** The status of the answer. */
    int send(String method, String path, String query, String type, String body) {
        HttpRequest.Builder request = browser.request(query.isEmpty() ? path : path + "?" + query)
                .header("Accept", "text/html,application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-TOKEN", csrf);
            request.header("X-XSRF-TOKEN", browser.cookie("test-instance-csrf"));
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
            request.header("Idempotency-Key", "key-" + System.nanoTime());
        }
        return browser.send(request).statusCode();
    }
}
