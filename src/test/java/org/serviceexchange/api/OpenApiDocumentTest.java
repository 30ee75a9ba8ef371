package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document is valid and describes exactly what the code does. */
@ApiTest
class OpenApiDocumentTest {

    private static final String META = "https://spec.openapis.org/oas/3.1/%s/WORK-IN-PROGRESS";

    private final Contract contract = new Contract();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void isValidOpenApi31() {
        Map<String, String> official = Stream.of("schema", "schema-base", "dialect", "meta")
                .collect(Collectors.toMap(
                        META::formatted,
                        name -> Contract.read("/openapi/" + name + ".yaml").toString()));
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(official)));
        var schema = factory.getSchema(SchemaLocation.of(META.formatted("schema-base")));

        assertThat(schema.validate(contract.document())).isEmpty();
        assertThat(schema.validate(Contract.read("/openapi/broken.yaml"))).isNotEmpty();
    }

    @Test
    void namesEveryMappingAndNothingElse() {
        TreeSet<String> mapped = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/")) {
                    mapping.getMethodsCondition().getMethods().forEach(method -> mapped.add(method + " " + path));
                }
            }
        }
        assertThat(contract.operations()).isEqualTo(mapped).hasSize(47);
    }

    @Test
    void namesEveryWhoCanAct() {
        assertThat(contract.document().at("/components/schemas/WhoActs/enum"))
                .extracting(node -> node.asText())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Actor.values()).map(Actor::name).toList());
    }
}
