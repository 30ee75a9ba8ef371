package org.serviceexchange.kmf.primitive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Test vectors of Project Wycheproof. */
final class Wycheproof {

    private Wycheproof() {}

    /** A test vector with its group. */
    record Vector(JsonNode group, JsonNode test) {

        /** The bytes of a hexadecimal field of the vector. */
        byte[] bytes(String field) {
            return HexFormat.of().parseHex(test.get(field).asText());
        }

        byte[] groupBytes(String field) {
            return HexFormat.of().parseHex(group.get(field).asText());
        }

        boolean valid() {
            return test.get("result").asText().equals("valid");
        }

        String name() {
            return test.get("tcId").asText() + " " + test.path("comment").asText();
        }
    }

    static Stream<Vector> vectors(String file) {
        try (InputStream in = Wycheproof.class.getResourceAsStream("/wycheproof/" + file)) {
            JsonNode groups =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("testGroups");
            return stream(groups).flatMap(group -> stream(group.get("tests")).map(test -> new Vector(group, test)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
