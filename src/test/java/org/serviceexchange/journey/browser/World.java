package org.serviceexchange.journey.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journey.Folders;
import org.serviceexchange.journey.Instance;
import org.serviceexchange.journey.Mailbox;
import org.serviceexchange.journey.Pair;

/**
 * Shared by all browser tests: one browser, and instances from the packaged jar. The pair has demo users and no mail;
 * the newcomer has a mail server and no users.
 */
record World(Chromium chromium, Mailbox mailbox, Pair pair, AtomicReference<@Nullable Instance> known) {

    static final String SETUP_SECRET = "a-secret-for-set-up";

    /** Lets an instance notice at once that it is damaged or repaired, and do soon what is due. */
    private static final List<String> QUICK =
            List.of("--service-exchange.kmf.health-max-age=1ms", "--camunda.bpm.job-execution.max-wait=1000");

    static World start() {
        try {
            Path folder = Folders.fresh("browser");
            Mailbox mailbox = new Mailbox();
            Pair pair = new Pair(
                    Instance.start("provider", folder, quick("--service-exchange.provider.recheck-interval=2s")),
                    Instance.start("consumer", folder, quick("--service-exchange.consumer.recheck-interval=2s")));
            AtomicReference<@Nullable Instance> known = new AtomicReference<>();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(pair, known), "end of the world"));
            Chromium chromium = new Chromium(BrowserSearch.here().find().orElseThrow());
            World world = new World(chromium, mailbox, pair, known);
            pair.provider().awaitHealthy();
            pair.consumer().awaitHealthy();
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when it is first asked for; one story takes all of it. */
    Instance newcomer() throws IOException {
        Instance newcomer = known.get();
        if (newcomer == null) {
            newcomer = Instance.startEmpty("newcomer", Folders.fresh("newcomer"), newcomerSettings(mailbox));
            known.set(newcomer);
        }
        return newcomer;
    }

    Instance provider() {
        return pair.provider();
    }

    Instance consumer() {
        return pair.consumer();
    }

    /** The newcomer with mail and additional settings. */
    static String[] newcomerSettings(Mailbox mailbox, String... more) {
        return Stream.of(
                        mailbox.settings(),
                        new String[] {"--service-exchange.instance.setup-secret=" + SETUP_SECRET},
                        more)
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    URI providerPage(String path) {
        return provider().at(path);
    }

    URI consumerPage(String path) {
        return consumer().at(path);
    }

    /** The browser ends by itself when nobody drives it any more. */
    private static void end(Pair pair, AtomicReference<@Nullable Instance> known) {
        pair.provider().abandon();
        pair.consumer().abandon();
        Instance newcomer = known.get();
        if (newcomer != null) {
            newcomer.abandon();
        }
    }

    private static String[] quick(String setting) {
        return Stream.concat(QUICK.stream(), Stream.of(setting)).toArray(String[]::new);
    }
}
