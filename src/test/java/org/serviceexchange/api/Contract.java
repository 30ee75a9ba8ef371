package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document, with which every response in tests is compared: no undocumented status, member or header. */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "https://tests.example/openapi";

    private final JsonNode document = read("/api/openapi.yaml");
    private final JsonSchemaFactory schemas;

    public Contract() {
        JsonNode strict = document.deepCopy();
        close(strict);
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, strict.toString()))));
    }

    /** A YAML file from the class path as JSON. */
    static JsonNode read(String resource) {
        try (InputStream file = Contract.class.getResourceAsStream(resource)) {
            return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** All operations, such as {@code GET /api/v1/registrations/{number}}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> Stream.of("get", "post", "put", "patch", "delete")
                        .filter(path.getValue()::has)
                        .forEach(method ->
                                operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Fails unless the document describes this response. */
    void check(String method, String path, HttpResponse<String> answer) {
        String asked = method + " " + path + " → " + answer.statusCode() + " " + answer.body();
        JsonNode promised = operation(method.equals("HEAD") ? "GET" : method, path)
                .map(operation -> response(operation, answer.statusCode()))
                .orElseGet(() -> document.at("/components/responses/Problem"));
        promised.path("headers").properties().stream()
                .filter(header -> resolved(header.getValue()).path("required").asBoolean())
                .forEach(header -> assertThat(answer.headers().map()).as(asked).containsKey(header.getKey()));
        if (promised.has("content") && !method.equals("HEAD")) {
            String type = answer.headers().firstValue("Content-Type").orElse("none");
            assertThat(promised.get("content").has(type))
                    .as(asked + " as " + type)
                    .isTrue();
            if (type.endsWith("json")) {
                conforms(promised.get("content").get(type).at("/schema/$ref").asText(), answer.body(), asked);
            }
        } else {
            assertThat(answer.body()).as(asked).isEmpty();
        }
    }

    private void conforms(String reference, String body, String asked) {
        try {
            var config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            assertThat(schemas.getSchema(SchemaLocation.of(ID + reference), config)
                            .validate(JSON.readTree(body)))
                    .as(asked)
                    .isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError(asked, e);
        }
    }

    private Optional<JsonNode> operation(String method, String path) {
        String plain = path.split("\\?", 2)[0];
        return document.get("paths").properties().stream()
                .filter(known -> plain.matches(known.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .map(known -> known.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.get("responses");
        JsonNode own = responses.path(String.valueOf(status));
        return resolved(own.isMissingNode() ? responses.get("default") : own);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Refuses undocumented members; the document itself allows new ones to be added. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")) {
            object.put("unevaluatedProperties", false);
        }
        StreamSupport.stream(node.spliterator(), false).forEach(Contract::close);
    }
}
