package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.InstanceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every name in the processes of earlier versions still leads to something. */
@InstanceTest
class LandedNamesTest {

    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+(?:Delegate|Listener))}");
    private static final Pattern FORM = Pattern.compile("formKey=\"embedded:deployment:([^\"]+)\"");
    private static final Pattern FORM_REFERENCE = Pattern.compile("formRef=\"([^\"]+)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    List<ProcessRegistration> processes;

    static Stream<String> versions() {
        return LandedModels.folders().stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void delegatesAndListenersAnswer(String version) throws IOException {
        for (ProcessRegistration process : processesOf(version)) {
            Set<String> names = names(version, process, BEAN);
            assertThat(names).as("delegates of %s", process.key()).isNotEmpty();
            assertThat(names)
                    .allSatisfy(name -> assertThat(context.containsBean(process.beanOf(name)))
                            .as("%s of %s", name, process.key())
                            .isTrue());
        }
    }

    /** A deployment holds its own forms, so that they stay as they were. */
    @ParameterizedTest
    @MethodSource("versions")
    void formsAreDeployedWithThem(String version) throws IOException {
        Set<String> files = LandedModels.files(version).stream()
                .map(file -> Path.of("src/test/resources").resolve(version).relativize(file))
                .map(Path::toString)
                .collect(Collectors.toSet());
        for (ProcessRegistration process : processesOf(version)) {
            assertThat(files).containsAll(names(version, process, FORM));
            assertThat(files)
                    .containsAll(names(version, process, FORM_REFERENCE).stream()
                            .map(form -> form + ".form")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void messagesAreStillSent(String version) throws IOException {
        for (ProcessRegistration process : processesOf(version)) {
            String elements = Files.readString(Path.of("src/main/java/org/serviceexchange/" + elements(process)));
            assertThat(LandedModels.model(version, process.key() + ".bpmn").getModelElementsByType(Message.class))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(elements).contains("= \"" + message.getName() + "\";"));
        }
    }

    private static String elements(ProcessRegistration process) {
        return switch (process.feature()) {
            case "provider" -> "provider/registration/engine/RegistrationElements.java";
            case "consumer" -> "consumer/connection/engine/ConnectionElements.java";
            default -> "connection/life/engine/LifeElements.java";
        };
    }

    @Test
    void formerNamesLeadToDelegatesOfToday() {
        for (ProcessRegistration process : processesOf(versions().findFirst().orElseThrow())) {
            assertThat(process.formerNames()).isNotEmpty();
            process.formerNames().forEach((former, now) -> {
                assertThat(context.containsBean(process.feature() + "." + former))
                        .isFalse();
                assertThat(context.containsBean(process.feature() + "." + now)).isTrue();
            });
        }
    }

    /** The processes that a version had: at least the two that onboard. */
    private List<ProcessRegistration> processesOf(String version) {
        List<ProcessRegistration> had = processes.stream()
                .filter(process -> Files.exists(Path.of("src/test/resources", version, process.key() + ".bpmn")))
                .toList();
        assertThat(had).extracting(ProcessRegistration::key).contains("consumer-registration", "provider-connection");
        return had;
    }

    private static Set<String> names(String version, ProcessRegistration process, Pattern pattern) throws IOException {
        String model = Files.readString(Path.of("src/test/resources", version, process.key() + ".bpmn"));
        return pattern.matcher(model)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
