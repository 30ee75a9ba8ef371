package org.serviceexchange.workshop.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that ships, over one database in memory; the engine only counts what it is given. */
class Shop {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    final MemoryShippedVersions versions = new MemoryShippedVersions();
    /** What the proof says. */
    ModelProof.Verdict verdict = new ModelProof.Verdict(List.of(), List.of());

    /** Hinders the proof from saying anything; null for a proof that works. */
    @Nullable
    RuntimeException broken;

    final List<String> deployed = new ArrayList<>();
    final ShipModels ship;
    private final CheckModels check;
    private final Deployments deployments = new Deployments() {
        @Override
        public String deploy(Map<String, byte[]> files) {
            deployed.add(ModelFiles.of(files).fingerprint());
            return "deployment-" + deployed.size();
        }

        @Override
        public Optional<String> objection(Map<String, byte[]> files) {
            return Optional.empty();
        }
    };

    Shop() {
        check = new CheckModels(deployments, List.of(files -> {
            if (broken != null) {
                throw broken;
            }
            return verdict;
        }));
        ship = new ShipModels(versions, check, deployments, transaction(), clock());
    }

    /** A node starts with this folder, or without one. */
    void start(Map<String, byte[]> application, @Nullable Path folder) {
        new ShipAtStart(versions, check, deployments, new ShippingSettings(folder), transaction(), clock())
                .decide(application);
    }

    /** The models and forms of this application. */
    static Map<String, byte[]> shipped() {
        try {
            return new TreeMap<>(ProcessFolder.of(Path.of("processes")).files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with another duration of a timer, and a reason. */
    static Map<String, byte[]> changed(String reason) {
        Map<String, byte[]> files = shipped();
        String model = new String(files.get("consumer-registration.bpmn"), UTF_8);
        files.put(
                "consumer-registration.bpmn",
                model.replace("name=\"Match contact\"", "name=\"Match the contact\"")
                        .getBytes(UTF_8));
        files.put(ModelFiles.REASON, reason.getBytes(UTF_8));
        return files;
    }

    static void write(Path folder, Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    ShippedVersion inUse() {
        return versions.inUse().orElseThrow();
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(new AbstractPlatformTransactionManager() {
            @Override
            protected Object doGetTransaction() {
                return Set.of();
            }

            @Override
            protected void doBegin(Object transaction, TransactionDefinition definition) {
                // Nothing to begin
            }

            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                // Nothing to commit
            }

            @Override
            protected void doRollback(DefaultTransactionStatus status) {
                // Nothing to roll back
            }
        });
    }
}
