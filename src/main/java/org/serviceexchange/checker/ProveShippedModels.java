package org.serviceexchange.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.workshop.shipping.ModelProof;
import org.springframework.stereotype.Component;

/** Has models proved that the rule book has passed, before they are shipped; one set at a time, because a proof takes much memory. */
@Component
class ProveShippedModels implements ModelProof {

    @Override
    public synchronized Verdict of(Map<String, byte[]> files) {
        try {
            Path folder = Files.createTempDirectory("models");
            try {
                return verdict(folder, files);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models to be proved could not be written to a folder.", e);
        }
    }

    private static Verdict verdict(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        Proof proof = ProveProcesses.of(folder, true);
        List<LocalizedMessage> against =
                proof.against().stream().map(CounterExample::end).toList();
        return new Verdict(against, proof.unproved());
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
