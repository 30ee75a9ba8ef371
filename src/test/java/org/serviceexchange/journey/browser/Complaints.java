package org.serviceexchange.journey.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Errors of a browser that a person would not see: script errors, CSP violations, failed requests, and requests to
 * other hosts.
 */
final class Complaints {

    /** Chromium reports each error response again, without its status. */
    private static final String SAID_TWICE = "Failed to load resource";

    /** Leaving a page aborts its requests. */
    private static final String LEFT = "net::ERR_ABORTED";

    private final List<String> heard = new ArrayList<>();
    private final List<Refusal> expected = new ArrayList<>();

    Complaints(BrowserContext profile) {
        profile.onConsoleMessage(this::console);
        profile.onWebError(error -> heard.add("error of a script: " + error.error()));
        profile.onRequest(this::request);
        profile.onResponse(this::response);
        profile.onRequestFailed(this::failed);
    }

    /** Ignores responses with this status on matching paths from now on, because the story expects them. */
    void expect(int status, String path) {
        expected.add(new Refusal(status, Pattern.compile(path)));
    }

    void add(String text) {
        heard.add(text);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(SAID_TWICE)) {
            heard.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void request(Request request) {
        URI address = URI.create(request.url());
        if (address.getScheme().startsWith("http") && !"localhost".equals(address.getHost())) {
            heard.add("asks somebody else: " + request.url());
        }
    }

    private void response(Response response) {
        String path = URI.create(response.url()).getPath();
        boolean story = expected.stream()
                .anyMatch(refusal -> refusal.status == response.status()
                        && refusal.path.matcher(path).matches());
        if (response.status() >= 400 && !story) {
            heard.add("answer " + response.status() + ": " + response.request().method() + " " + response.url());
        }
    }

    private void failed(Request request) {
        if (!LEFT.equals(request.failure())) {
            heard.add("no answer (" + request.failure() + "): " + request.url());
        }
    }

    private record Refusal(int status, Pattern path) {}
}
