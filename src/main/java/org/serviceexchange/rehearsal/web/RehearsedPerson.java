package org.serviceexchange.rehearsal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person with a browser, who logs in wherever that is asked. */
public final class RehearsedPerson {

    private static final String LOGIN = "/login";
    private static final int MOST_REDIRECTS = 20;

    /** Longer than any page takes, even on a machine with much else to do. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Map<Integer, HttpClient> clients = new HashMap<>();
    private final Map<Integer, Account> accounts = new HashMap<>();

    /** With what a person logs in at one of both sides. */
    private record Account(String user, String password) {}

    /** A page leads nowhere, or to an error, where a person expected something else. */
    public static final class Puzzled extends RuntimeException {

        Puzzled(String message) {
            super(message);
        }
    }

    /** Logs in at an instance with this account from now on, and is logged out there. */
    public RehearsedPerson as(URI instance, String user, String password) {
        accounts.put(instance.getPort(), new Account(user, password));
        clients.remove(instance.getPort());
        return this;
    }

    /** Opens a page, and logs in if that is asked. */
    public VisitedPage open(URI address) {
        return follow(address, null, elsewhere -> false);
    }

    /** Submits the form of a page that leads to this path. */
    public VisitedPage submit(VisitedPage page, String path, Map<String, String> entered) {
        return submit(page, path, entered, elsewhere -> false);
    }

    /**
     * The same, but the browser is closed before it goes on to certain addresses.
     *
     * @param never where it does not arrive any more
     */
    public VisitedPage submit(VisitedPage page, String path, Map<String, String> entered, Predicate<URI> never) {
        VisitedPage.Form form = page.form(path)
                .orElseThrow(() -> new Puzzled(page.address().getPath() + " (" + page.status() + "): " + path));
        Map<String, String> fields = new LinkedHashMap<>(form.hidden());
        fields.putAll(entered);
        return follow(form.action(), encoded(fields), never);
    }

    private VisitedPage follow(URI first, @Nullable String form, Predicate<URI> never) {
        URI address = first;
        String body = form;
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            HttpResponse<String> answer = send(address, body);
            body = null;
            if (answer.statusCode() / 100 == 3) {
                URI next =
                        address.resolve(answer.headers().firstValue("Location").orElse(LOGIN));
                if (never.test(next)) {
                    return new VisitedPage(address, answer.statusCode(), "");
                }
                address = next;
                continue;
            }
            VisitedPage page = new VisitedPage(address, answer.statusCode(), answer.body());
            Account account = accounts.get(address.getPort());
            if (account == null || !page.asksFor(LOGIN)) {
                return page;
            }
            Map<String, String> fields =
                    new LinkedHashMap<>(page.form(LOGIN).orElseThrow().hidden());
            fields.put("username", account.user());
            fields.put("password", account.password());
            address = address.resolve(LOGIN);
            body = encoded(fields);
        }
        throw new Puzzled(first.getPath());
    }

    private HttpResponse<String> send(URI address, @Nullable String form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).header("Accept", "text/html");
        if (form != null) {
            request.header("Origin", address.getScheme() + "://" + address.getAuthority())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        HttpClient client = clients.computeIfAbsent(
                address.getPort(),
                port -> HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
