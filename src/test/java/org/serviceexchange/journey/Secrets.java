package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Secrets that must not be stored in plain text after an onboarding, and the search for them. */
final class Secrets {

    private static final Pattern LINK_SECRET = Pattern.compile("secret=([A-Za-z0-9_-]+)");
    private static final List<Pattern> ON_THE_WIRE = List.of(
            Pattern.compile("[?&]?\\bcode=([^&\\s]+)"),
            Pattern.compile("code_verifier=([^&\\s]+)"),
            Pattern.compile("client_assertion=([^&\\s]+)"),
            Pattern.compile("Authorization: Bearer (\\S+)"),
            Pattern.compile("\"access_token\":\"([^\"]+)\""));
    private static final List<String> PASSWORDS =
            List.of("demo-provider-1", "demo-contact-1", "demo-consumer-1", "demo-auditor-1", "demo-other-12");

    private Secrets() {}

    static Set<String> of(URI link, Pair pair) throws IOException {
        Set<String> secrets = new TreeSet<>(PASSWORDS);
        addAll(secrets, LINK_SECRET, link.toString());
        String heard = pair.provider().wire().heard() + pair.consumer().wire().heard();
        ON_THE_WIRE.forEach(pattern -> addAll(secrets, pattern, heard));
        secrets.add(passphrase(pair.provider()));
        secrets.add(passphrase(pair.consumer()));
        return secrets;
    }

    /** The files in which a secret was found, as text, in hexadecimal, or in UTF-16. */
    static List<String> found(Set<String> secrets, Path home) throws IOException {
        List<String> found = new ArrayList<>();
        search(secrets, dump(home), "the database of " + home.getFileName(), found);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("key-store.passphrase")) {
                    search(secrets, Files.readString(file, ISO_8859_1), file.toString(), found);
                }
            }
        }
        return found;
    }

    private static void search(Set<String> secrets, String text, String where, List<String> found) {
        for (String secret : secrets) {
            String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
            if (text.contains(secret) || text.contains(hex)) {
                found.add(secret + " in " + where);
            }
        }
        if (text.contains("\"d\":\"") || text.contains("PRIVATE KEY")) {
            found.add("a private key in " + where);
        }
    }

    private static String dump(Path home) {
        var database = new DriverManagerDataSource("jdbc:h2:file:" + home + "/database", "sa", "");
        return String.join(
                "\n",
                JdbcClient.create(database).sql("script").query(String.class).list());
    }

    private static void addAll(Set<String> secrets, Pattern pattern, String text) {
        pattern.matcher(text).results().map(match -> match.group(1)).forEach(secrets::add);
    }

    private static String passphrase(Instance instance) throws IOException {
        return Files.readAllLines(instance.home().resolve("key-store.passphrase"))
                .get(0);
    }
}
