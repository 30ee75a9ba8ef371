package org.serviceexchange.deploy;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The manifests for Kubernetes in docs/deploy, each checked against the schema of its kind before anybody reads it. */
final class Manifests {

    static final Path FOLDER = Path.of("docs/deploy/kubernetes");

    /** Refuses names that the schema does not know, and what it requires and is missing. */
    interface Schema {
        void check(JsonElement json) throws IOException;
    }

    private record Kind(Class<?> type, Schema schema) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "v1 ConfigMap", new Kind(V1ConfigMap.class, V1ConfigMap::validateJsonElement),
            "v1 PersistentVolumeClaim",
                    new Kind(V1PersistentVolumeClaim.class, V1PersistentVolumeClaim::validateJsonElement),
            "v1 Service", new Kind(V1Service.class, V1Service::validateJsonElement),
            "apps/v1 Deployment", new Kind(V1Deployment.class, V1Deployment::validateJsonElement),
            "policy/v1 PodDisruptionBudget",
                    new Kind(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement),
            "networking.k8s.io/v1 NetworkPolicy",
                    new Kind(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement));

    private final List<Object> all = new ArrayList<>();

    static Manifests read() throws IOException {
        Manifests manifests = new Manifests();
        for (Path file : files()) {
            for (Object document : new Yaml().loadAll(Files.readString(file))) {
                manifests.all.add(parse(document));
            }
        }
        return manifests;
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    /** The one manifest of this kind. */
    <T> T one(Class<T> type) {
        List<T> found = all.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " manifests are a " + type.getSimpleName());
        }
        return found.get(0);
    }

    int size() {
        return all.size();
    }

    /** The schema refuses unknown and missing names, the parser wrong types. */
    static Object parse(Object document) {
        Map<?, ?> fields = (Map<?, ?>) document;
        Kind kind = KINDS.get(fields.get("apiVersion") + " " + fields.get("kind"));
        if (kind == null) {
            throw new IllegalArgumentException("No schema for " + fields.get("kind"));
        }
        try {
            JsonElement json = JSON.getGson().toJsonTree(document);
            kind.schema().check(json);
            return JSON.getGson().fromJson(json, kind.type());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
