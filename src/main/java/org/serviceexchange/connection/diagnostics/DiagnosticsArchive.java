package org.serviceexchange.connection.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.ProductVersion;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.stereotype.Service;

/**
 * Packs what helps to find out what is wrong with a living connection, for admins of either side and for whoever helps them.
 *
 * <p>Security guarantees: An archive of diagnostics contains no secret, and of what a person typed nothing but addresses.
 */
@Service
public class DiagnosticsArchive {

    private final DescribeConnection connections;
    private final DescribeStates states;
    private final DescribeProcess process;
    private final ShownSettings settings;
    private final InstanceSettings instance;
    private final ProductVersion product;
    private final Clock clock;

    DiagnosticsArchive(
            DescribeConnection connections,
            DescribeStates states,
            DescribeProcess process,
            ShownSettings settings,
            InstanceSettings instance,
            ProductVersion product,
            Clock clock) {
        this.connections = connections;
        this.states = states;
        this.process = process;
        this.settings = settings;
        this.instance = instance;
        this.product = product;
        this.clock = clock;
    }

    /** The archive, as bytes of a ZIP file whose explanation is in this language. */
    public byte[] of(LivingConnection connection, Locale language) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        files.put(
                "README.txt",
                Messages.of("diagnostics.readme", language, connection.number(), now)
                        .getBytes(UTF_8));
        files.put("product.json", Wire.write(product(now)));
        files.put("connection.json", Wire.write(connections.identity(connection)));
        files.put("health.json", Wire.write(connections.health(connection)));
        files.put("keys.json", Wire.write(connections.keys(connection)));
        states.own(connection).ifPresent(signed -> files.put("state-own.json", signed));
        states.peer(connection).ifPresent(signed -> files.put("state-peer.json", signed));
        files.put("state-heard.json", Wire.write(states.heard(connection)));
        files.put("process.json", Wire.write(process.steps(connection)));
        files.put("journal.json", Wire.write(process.journal(connection)));
        files.put("settings.json", Wire.write(settings.all()));
        return zip(files, now);
    }

    private Map<String, Object> product(Instant now) {
        return Facts.of("version", product.version())
                .and("commit", product.commit())
                .and("java", Runtime.version())
                .and("instance", instance.name())
                .and("mode", instance.mode())
                .and("clock", now)
                .map();
    }

    private static byte[] zip(Map<String, byte[]> files, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(now.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
