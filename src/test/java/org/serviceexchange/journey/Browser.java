package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** A person's browser: cookies, redirects, and forms with all their fields. */
final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Await.PATIENCE)
            .build();

    Page open(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    Page post(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request as the webapps' scripts send it: JSON with the CSRF token from their cookie. */
    Page json(String method, URI address, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        cookie("csrf").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    /** Who is logged in already comes to the start page. */
    Page logIn(URI loginPage, String user, String password) throws IOException, InterruptedException {
        Page page = open(loginPage);
        return page.has("form[action$=/login]")
                ? page.submit("form[action$=/login]", Map.of("username", user, "password", password))
                : page;
    }

    /** The form tokens that first requests to the webapps get, all at the same moment and each over a connection of its own. */
    Set<String> formTokens(URI webapp, int requests) {
        String session = cookies.getCookieStore().get(webapp).stream()
                .filter(cookie -> cookie.getName().endsWith("-session"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
        return Stream.generate(() -> HttpClient.newHttpClient()
                        .sendAsync(
                                HttpRequest.newBuilder(webapp)
                                        .header("Cookie", session)
                                        .build(),
                                HttpResponse.BodyHandlers.discarding()))
                .limit(requests)
                .toList()
                .stream()
                .map(answer ->
                        answer.join().headers().firstValue("X-XSRF-TOKEN").orElse(""))
                .collect(Collectors.toSet());
    }

    private Optional<String> cookie(String nameEnd) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith(nameEnd))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Await.PATIENCE).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        return new Page(
                this,
                answer.statusCode(),
                answer.body(),
                Jsoup.parse(answer.body(), answer.uri().toString()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
