package org.serviceexchange.platform.rulebook.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue says of the code what is true. */
class CatalogueTest {

    private static final Path MAIN = Path.of("src/main/java/org/serviceexchange");

    /** Variables that the models themselves set, from an error. */
    private static final Set<String> SET_BY_MODELS = Set.of("deliveryProblem");

    @Test
    void knowsTheProcessesOfThisApplication() {
        assertThat(Catalogue.ofThisApplication().processes())
                .containsExactly("consumer-registration", "provider-connection", "connection-life");
    }

    @ParameterizedTest
    @CsvSource({
        "consumer-registration, provider",
        "provider-connection, consumer",
        "connection-life, connection",
    })
    void namesTheDelegatesAndListenersOfTheFeature(String process, String feature) throws IOException {
        CatalogueEntry entry = Catalogue.ofThisApplication().of(process, "");
        Map<String, String> delegates = sources(feature, "Delegate");
        assertThat(entry.steps().keySet()).containsAll(delegates.keySet());
        assertThat(entry.listeners()).containsAll(sources(feature, "Listener").keySet());
        delegates.forEach((name, source) -> assertThat(entry.steps().get(name).asks())
                .as("%s asks another system", name)
                .isEqualTo(source.contains("extends AskingDelegate")));
        Set<String> shared = Catalogue.ofThisApplication().of("", "").steps().keySet();
        assertThat(entry.steps().keySet())
                .filteredOn(name -> !shared.contains(name))
                .allSatisfy(name -> assertThat(delegates).containsKey(name));
    }

    @ParameterizedTest
    @CsvSource({
        "consumer-registration, org.serviceexchange.provider.registration.engine.RegistrationElements",
        "provider-connection, org.serviceexchange.consumer.connection.engine.ConnectionElements",
        "connection-life, org.serviceexchange.connection.life.engine.LifeElements",
    })
    void namesTheMessagesVariablesAndErrorsOfTheCode(String process, String elements)
            throws ReflectiveOperationException {
        CatalogueEntry entry = Catalogue.ofThisApplication().of(process, "");
        Set<String> ofTheCode = constants(elements);
        ofTheCode.remove(process);
        ofTheCode.removeIf(name -> name.contains("_") || SET_BY_MODELS.contains(name));
        Set<String> ofTheCatalogue = new TreeSet<>(entry.messages());
        ofTheCatalogue.addAll(entry.variables().keySet());
        entry.steps().values().forEach(step -> ofTheCatalogue.addAll(step.errors()));
        ofTheCatalogue.removeAll(constants("org.serviceexchange.platform.engine.FindingsVariable"));
        ofTheCatalogue.removeAll(
                Catalogue.ofThisApplication().of("", "").variables().keySet());
        assertThat(ofTheCatalogue).isEqualTo(ofTheCode);
    }

    @Test
    void knowsWhatEveryStepComesAfter() {
        for (String process : Catalogue.ofThisApplication().processes()) {
            CatalogueEntry entry = Catalogue.ofThisApplication().of(process, "");
            assertThat(entry.steps().values())
                    .allSatisfy(step -> assertThat(step.after())
                            .allMatch(before -> entry.steps().containsKey(before + "Delegate")
                                    || entry.messages().contains(before)));
        }
    }

    private static Set<String> constants(String type) throws ReflectiveOperationException {
        Set<String> values = new TreeSet<>();
        for (Field field : Class.forName(type).getDeclaredFields()) {
            if (field.getType() == String.class) {
                field.setAccessible(true);
                values.add((String) field.get(null));
            }
        }
        return values;
    }

    /** Sources of the classes of a feature that models can name, by the name in a model. */
    private static Map<String, String> sources(String feature, String ending) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(MAIN.resolve(feature))) {
            files = all.filter(file -> file.toString().endsWith(ending + ".java"))
                    .filter(file -> file.getParent().endsWith("engine"))
                    .toList();
        }
        Map<String, String> sources = new TreeMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".java", "");
            sources.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), Files.readString(file));
        }
        return sources;
    }
}
